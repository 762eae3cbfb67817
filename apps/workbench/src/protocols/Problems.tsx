import type { Refusal } from '../app/act.js';

/** What is wrong with a protocol's text, a sentence each; or why it cannot be used at all. */
export function Problems({ problem }: { readonly problem: Refusal }) {
  return (
    <ul className="late" role="alert">
      {problem.fields?.length ? (
        problem.fields.map((one) => <li key={`${one.field} ${one.message}`}>{one.message}</li>)
      ) : (
        <li>{problem.message}</li>
      )}
    </ul>
  );
}
