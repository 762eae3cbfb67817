import { SOURCE_WORDS } from '@tracewright/epi-core';
import { CATEGORY_WORDS, CERTAINTY_WORDS, CLASS_WORDS, type MarkKind, markOf, sourceGlyphs, wordOf } from '@tracewright/workbench-model';
import { useLang } from '../app/session.js';

/** The sign of a class beside its colour: circle, ring, diamond, outlined diamond, square. */
export const Mark = ({ kind }: { readonly kind: MarkKind }) => <span className={`mark ${kind}`} aria-hidden="true" />;

export function ClassMark({ cls }: { readonly cls: string | null }) {
  const lang = useLang();
  return (
    <span className="tag">
      <Mark kind={markOf(cls)} />
      {wordOf(CLASS_WORDS, cls, lang)}
    </span>
  );
}

export function CategoryMark({ category }: { readonly category: string }) {
  const lang = useLang();
  return (
    <span className="tag">
      <Mark kind={markOf(null, category)} />
      {wordOf(CATEGORY_WORDS, category, lang)}
    </span>
  );
}

export function CertaintyMark({
  certainty,
  cls,
  excluded,
}: {
  readonly certainty: string;
  readonly cls: string;
  readonly excluded?: boolean;
}) {
  const lang = useLang();
  const word = excluded ? 'excluded' : certainty;
  return (
    <span className={`tag ${word}`}>
      <span className={`swatch ${markOf(cls)} ${word}`} aria-hidden="true" />
      {wordOf(CERTAINTY_WORDS, word, lang)}
    </span>
  );
}

/** Glyphs of the sources, with their words on hover and for those who cannot see them. */
export function Sources({ sources }: { readonly sources: readonly string[] }) {
  const lang = useLang();
  const words = sources.map((source) => wordOf(SOURCE_WORDS, source, lang)).join(lang === 'zh' ? '、' : ', ');
  return (
    <span className="src" role="img" title={words} aria-label={words}>
      {sourceGlyphs(sources)}
    </span>
  );
}

/** Four steps, of which some are done; the word stands beside it. */
export const Steps = ({ done }: { readonly done: number }) => (
  <span className={`steps s${done}`} aria-hidden="true">
    <i />
    <i />
    <i />
    <i />
  </span>
);
