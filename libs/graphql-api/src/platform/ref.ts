/**
 * Types a single, non-null field of a class from another file. The alias keeps the class out of the emitted decorator metadata, where a
 * circle of files would be read before it is written: the built server would not start, while tests stay green.
 */
export type Ref<T> = T;
