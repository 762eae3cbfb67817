import { expect, it } from 'vitest';
import { namedLines, namedOf } from './named-lines.js';

it('a line holds a name, a phone, a document and an address in any order', () => {
  expect(namedOf('王小燕\t13800000001\t990101199001011230\t滨海小区 7-1-302')).toEqual({
    name: '王小燕',
    phone: '13800000001',
    docNo: '990101199001011230',
    address: '滨海小区 7-1-302',
  });
});

it('somebody without a name is a description', () => {
  expect(namedOf('戴眼镜的中年男子')).toEqual({ description: '戴眼镜的中年男子' });
});

it('a foreign name keeps its parts', () => {
  expect(namedOf('Anna Maria 13800000003')).toEqual({ name: 'Anna Maria', phone: '13800000003' });
});

it('a roll of lines is as many people, empty lines left out', () => {
  expect(namedLines('王某\n\n李某 13800000004\r\n赵某')).toHaveLength(3);
});
