export { allPairs, type Candidates, candidatesOf, type Pairing } from './blocking/candidate-pairs.js';
export { lookOf, ROMANISED } from './cleaning/chinese-text.js';
export { readChineseAddress } from './cleaning/read-chinese-address.js';
export { readChineseName } from './cleaning/read-chinese-name.js';
export { readDate } from './cleaning/read-date.js';
export { type Cluster, correlationClusters, type Edge } from './clusters/correlation.js';
export { compoundWithoutKind, doorOf, figures } from './comparison/chinese-address.js';
export { readChineseDocument } from './comparison/chinese-document.js';
export { type Candidate, PersonIndex, type PersonIndexQuestion } from './incremental/person-index.js';
export * from './link.js';
export * from './profile/parse-profile.js';
export type { Decision, Profile, ProfileInput, Veto } from './profile/profile.js';
export { type Cells, RecordTable } from './records/record-table.js';
export { type BlockingMeasure, measureBlocking } from './tuning/blocking-measure.js';
export { type LabelledPair, precisionRecall, type ThresholdMeasure, thresholdFor } from './tuning/precision-recall.js';
export { frequenciesOf } from './weighing/frequencies.js';
export {
  bitsOf,
  flawOfWeights,
  type LevelWeights,
  type Model,
  type Overrides,
  type PartChances,
  startingModel,
  type WeightFlaw,
  withOverrides,
  withWeights,
} from './weighing/model.js';
export { bitsOfProbability, probabilityOf } from './weighing/odds.js';
export { type Explanation, type FieldEvidence, Weigher } from './weighing/weigher.js';
