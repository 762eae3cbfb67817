import type { WeightFlaw } from '@tracewright/investigation';
import type { Both } from '../platform/lang.js';

/** Parts of the person profile and their levels, as the review queue calls them. */
const WORDS: Readonly<Record<string, Both & { readonly levels: Readonly<Record<string, Both>> }>> = {
  document: {
    zh: '证件',
    en: 'Document',
    levels: {
      same: { zh: '相同', en: 'the same' },
      near: { zh: '差一位或两位对调', en: 'one digit off, or two swapped' },
      other: { zh: '不同，至少一个无效', en: 'differ, one of them invalid' },
      different: { zh: '都有效且不同', en: 'both valid, and different' },
    },
  },
  name: {
    zh: '姓名',
    en: 'Name',
    levels: {
      same: { zh: '相同', en: 'the same' },
      sound: { zh: '同音不同字', en: 'sound the same' },
      alike: { zh: '音近或形近', en: 'sound or look alike' },
      one: { zh: '差一个字', en: 'one character differs' },
      called: { zh: '称呼或小名', en: 'a form of address' },
      surname: { zh: '只有姓相同', en: 'only the family name' },
      different: { zh: '不同', en: 'different' },
    },
  },
  birth: {
    zh: '出生日期',
    en: 'Born on',
    levels: {
      same: { zh: '相同', en: 'the same' },
      agrees: { zh: '一方只有年月，相符', en: 'one is only a month or year, and agrees' },
      near: { zh: '差一位', en: 'one digit off' },
      parts: { zh: '月日对调或差一部分', en: 'swapped, or one part differs' },
      digits: { zh: '差两位', en: 'two digits off' },
      close: { zh: '相近', en: 'close' },
      different: { zh: '不同', en: 'different' },
    },
  },
  sex: { zh: '性别', en: 'Sex', levels: { same: { zh: '相同', en: 'the same' }, different: { zh: '不同', en: 'different' } } },
  phone: {
    zh: '电话',
    en: 'Phone',
    levels: {
      same: { zh: '相同', en: 'the same' },
      near: { zh: '差一位', en: 'one digit off' },
      different: { zh: '不同', en: 'different' },
    },
  },
  address: {
    zh: '住址',
    en: 'Address',
    levels: {
      room: { zh: '同一户', en: 'one home' },
      unit: { zh: '同一单元', en: 'one entrance' },
      compound: { zh: '同一小区', en: 'one compound' },
      town: { zh: '同一街道', en: 'one street or town' },
      different: { zh: '不同', en: 'different' },
    },
  },
};

/** The sentence about weights that cannot stand, with the levels by their words. */
export function flawWords(flaw: WeightFlaw): Both {
  const part = WORDS[flaw.part];
  const level = (name: string): Both => part?.levels[name] ?? { zh: name, en: name };
  const field = part ?? { zh: flaw.part, en: flaw.part };
  const one = level(flaw.level);
  switch (flaw.kind) {
    case 'unknown-level':
      return { zh: `没有“${flaw.part} ${flaw.level}”这一档。`, en: `There is no level "${flaw.part} ${flaw.level}".` };
    case 'rises': {
      const better = level(flaw.better);
      return {
        zh: `${field.zh}：“${one.zh}”不能比“${better.zh}”分高。`,
        en: `${field.en}: "${one.en}" must not give more than "${better.en}".`,
      };
    }
    case 'best-against':
      return { zh: `${field.zh}：最一致的一档不能低于 0。`, en: `${field.en}: its best level must not speak against one person.` };
    case 'worst-for':
      return { zh: `${field.zh}：最不一致的一档不能高于 0。`, en: `${field.en}: its worst level must not speak for one person.` };
    case 'out-of-bounds':
      return { zh: `${field.zh}：“${one.zh}”须在 −30 与 30 之间。`, en: `${field.en}: "${one.en}" lies between −30 and 30.` };
  }
}
