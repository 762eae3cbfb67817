import { checkCharacter } from '@tracewright/epi-core';
import type { Cells } from './records/record-table.js';

export const residentId = (first17: string): string => first17 + checkCharacter(first17);

/** A person of a Chinese list, invented. */
export const aPerson = (given: Cells = {}): Cells => ({
  name: '欧阳晓彤',
  sex: '女',
  birth_on: '1984-03-05',
  doc_no: residentId('44010519840305362'),
  phone: '13800001234',
  address: '翠竹花园3号楼2单元501室',
  ...given,
});
