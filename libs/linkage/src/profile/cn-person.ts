import type { ProfileInput } from './profile.js';

/**
 * People of Chinese contact lists. Starting probabilities follow the weights of domain notes §7.3; they are learnt anew from each list that is large enough.
 */
export const CN_PERSON: ProfileInput = {
  name: 'CN-PERSON',
  columns: {
    name: ['full name', '真实姓名', '密接姓名', '人员姓名', '病例姓名', '联系人', '被隔离人', '旅客姓名'],
    sex: ['男女'],
    birth_on: ['birthdate', 'birthday', 'birth date', '出生年月', '出生年月日', '出生日'],
    doc_no: [
      'id_no',
      'idcard',
      'id_card',
      '证件号码(身份证)',
      '身份证件号',
      '公民身份号码',
      '公民身份证号码',
      '护照号',
      '护照号码',
      '通行证号',
    ],
    phone: ['phone_number', '联系人电话', '本人电话', '手机号码1', '联系手机', '电话号码', '移动电话'],
    second_phone: ['phone2', 'phone_2', '备用电话', '其他电话', '电话2', '家庭电话', '紧急联系电话'],
    address: ['详细地址', '居住地', '常住地址', '户籍地', '联系地址', '家庭地址', '地址详情'],
    current_address: ['现居住地', '现居住地址', '现居地', '目前居住地', '暂住地址', '现住址详细'],
  },
  fields: [
    {
      name: 'document',
      compare: 'chinese-document',
      columns: { document: 'doc_no' },
      parts: {
        document: {
          same: { m: 0.9, u: 0.000001 },
          near: { m: 0.06, u: 0.00005 },
          other: { m: 0.04, u: 0.1 },
          different: { m: 0.000001, u: 0.9 },
        },
      },
    },
    {
      name: 'name',
      compare: 'chinese-name',
      columns: { name: 'name' },
      parts: {
        name: {
          same: { m: 0.72, u: 0.0002 },
          sound: { m: 0.11, u: 0.0008 },
          alike: { m: 0.08, u: 0.002 },
          one: { m: 0.04, u: 0.007 },
          called: { m: 0.02, u: 0.002 },
          surname: { m: 0.015, u: 0.035 },
          different: { m: 0.015, u: 0.955 },
        },
      },
      byFrequency: ['name'],
    },
    {
      name: 'birth',
      compare: 'date',
      columns: { date: 'birth_on', otherwise: 'doc_no#birth' },
      parts: {
        date: {
          same: { m: 0.88, u: 0.00004 },
          agrees: { m: 0.01, u: 0.0012 },
          near: { m: 0.05, u: 0.0008 },
          parts: { m: 0.02, u: 0.003 },
          digits: { m: 0.01, u: 0.015 },
          close: { m: 0.02, u: 0.03 },
          different: { m: 0.02, u: 0.966 },
        },
      },
    },
    {
      name: 'sex',
      compare: 'choice',
      columns: { choice: 'sex', otherwise: 'doc_no#sex' },
      parts: { choice: { same: { m: 0.98, u: 0.5 }, different: { m: 0.02, u: 0.5 } } },
      options: { values: { male: ['男', '男性', 'm', 'man', '1'], female: ['女', '女性', 'f', 'woman', '2'] } },
    },
    {
      name: 'phone',
      compare: 'phone',
      columns: { phone: 'phone', second: 'second_phone' },
      parts: { phone: { same: { m: 0.65, u: 0.0002 }, near: { m: 0.05, u: 0.0001 }, different: { m: 0.3, u: 0.9998 } } },
      byFrequency: ['phone'],
      options: { country: 'CN' },
    },
    {
      name: 'address',
      compare: 'chinese-address',
      columns: { address: 'current_address', otherwise: 'address' },
      parts: {
        address: {
          room: { m: 0.5, u: 0.0003 },
          unit: { m: 0.05, u: 0.0005 },
          compound: { m: 0.12, u: 0.01 },
          town: { m: 0.08, u: 0.05 },
          different: { m: 0.25, u: 0.94 },
        },
      },
      byFrequency: ['address'],
    },
  ],
  groups: [
    { count: 'largest', sides: [['document'], ['birth', 'sex']] },
    { count: 'cap', sides: [['phone', 'address']], bits: 18 },
  ],
  passes: [
    { name: 'document', keys: ['document.number'], second: ['name.surname'] },
    { name: 'document start', keys: ['document.start', 'sex.choice'], second: ['name.surname'] },
    { name: 'document end', keys: ['document.end'], second: ['name.surname'] },
    { name: 'document middle', keys: ['document.middle'], second: ['name.surname'] },
    { name: 'phone', keys: ['phone.phone'], second: ['name.sound'] },
    { name: 'sound and year', keys: ['name.eitherWay', 'birth.shortYear'], second: ['birth.day'] },
    { name: 'sound and day', keys: ['name.eitherWay', 'birth.monthDay'], second: ['birth.day'] },
    { name: 'surname and birth', keys: ['name.surname', 'birth.day'], second: ['name.givenFuzzy'] },
    { name: 'initial and birth', keys: ['name.initial', 'birth.day'], second: ['name.fuzzy'] },
    { name: 'name and compound', keys: ['name.fuzzy', 'address.compound'], second: ['address.building'] },
    { name: 'characters and year', keys: ['name.characters', 'birth.shortYear'], second: ['birth.day'] },
    { name: 'room and birth', keys: ['address.room', 'birth.day'], second: ['name.surname'] },
    { name: 'room and surname', keys: ['address.room', 'name.surname'], second: ['name.givenFuzzy'] },
  ],
  blockLimit: 500,
  everyPairUpTo: 1_000_000,
  vetoes: [
    {
      name: 'twins',
      when: [
        { part: 'birth', levels: ['same'] },
        { part: 'name', levels: ['one', 'surname'] },
        { part: 'document', levels: ['different'] },
      ],
      atMost: 'no',
      says: {
        zh: '同日出生、同姓、证件各自有效：双胞胎，不是重复',
        en: 'born on one day, one surname, two valid documents: twins, not one person',
      },
    },
    {
      name: 'perhaps-twins',
      when: [
        { part: 'birth', levels: ['same'] },
        { part: 'name', levels: ['one', 'surname', 'different'] },
      ],
      atMost: 'review',
      says: { zh: '同日出生而名字不同：可能是双胞胎', en: 'born on one day with different given names: perhaps twins' },
    },
    {
      name: 'two-documents',
      when: [{ part: 'document', levels: ['different'] }],
      atMost: 'review',
      says: { zh: '两个有效证件号不同：不得自动合并', en: 'two different valid documents: never merged by themselves' },
    },
    {
      name: 'one-document-two-names',
      when: [
        { part: 'document', levels: ['same', 'near'] },
        { part: 'name', levels: ['surname', 'different'] },
      ],
      atMost: 'review',
      says: { zh: '同一证件号而姓名明显不同：证件被借用或录错', en: 'one document under clearly different names: misused or mistyped' },
    },
    {
      name: 'twins-by-ear',
      when: [
        { part: 'birth', levels: ['same'] },
        { part: 'name', levels: ['alike', 'one', 'surname', 'different'] },
        { part: 'document', levels: ['other'] },
      ],
      atMost: 'review',
      says: { zh: '同日出生、名字相近、证件号不同：可能是双胞胎', en: 'born on one day, names alike, other documents: perhaps twins' },
    },
    {
      name: 'one-document-two-births',
      when: [
        { part: 'document', levels: ['same', 'near'] },
        { part: 'birth', levels: ['different'] },
      ],
      atMost: 'review',
      says: { zh: '同一证件号而出生日期不同：可能用了家长的证件', en: 'one document and two days of birth: perhaps a parent’s document' },
    },
    {
      name: 'household',
      when: [
        { part: 'birth', levels: ['missing', 'digits', 'close', 'different'] },
        { part: 'name', levels: ['surname', 'different'] },
        { part: 'document', levels: ['missing', 'other', 'different'] },
      ],
      atMost: 'no',
      says: {
        zh: '姓名不同，出生日期也不相同：同住家人或共用电话，不是重复',
        en: 'other names and no common day of birth: a household or a shared phone, not one person',
      },
    },
    {
      name: 'name-differs',
      when: [{ part: 'name', levels: ['called', 'surname', 'different'] }],
      atMost: 'review',
      says: { zh: '姓名不同：须人工核对', en: 'the names differ: somebody has to look' },
    },
  ],
  thresholds: { match: 0.99, review: 0.5 },
  matchesPerRecord: 0.1,
};
