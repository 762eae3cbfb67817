/** Fields of each kind of record (`contracts.md`, Files) with the headers people give them, most usual first. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  areas: {
    area: ['area', 'area_id', '区域编号', '区划代码', '编号', '代码'],
    name: ['name', 'area_name', '名称', '区域名称', '区域'],
    level: ['level', '级别', '层级'],
    parent: ['parent', 'parent_id', '上级', '上级编号', '上级区域'],
    duty_holder: ['duty_holder', 'duty', '值班人', '负责人', '联系人'],
    phone: ['phone', 'tel', '电话', '值班电话', '联系电话'],
    aliases: ['aliases', 'alias', '别名', '俗称'],
    outside: ['outside', '外地', '辖区外'],
  },
  places: {
    place: ['place', 'place_id', '地点编号', '场所编号', '编号', 'location_id', 'id'],
    name: ['name', 'place_name', '名称', '地点', '地点名称', '场所名称', '场所'],
    category: ['category', 'type', '类别', '场所类别', '类型'],
    area: ['area', '区域', '所在区域', '社区'],
    parent: ['parent', '上级地点', '所属地点'],
    lat: ['lat', 'latitude', '纬度'],
    lng: ['lng', 'lon', 'longitude', '经度'],
    enclosed: ['enclosed', '密闭'],
    ventilation: ['ventilation', '通风'],
    air_zone: ['air_zone', '空调分区'],
    aliases: ['aliases', '别名'],
    address: ['address', '地址', '详细地址'],
  },
  people: {
    person: ['person', 'person_id', '人员编号', '编号', '序号', 'id'],
    name: ['name', '姓名', '名字', '患者姓名', 'full_name'],
    sex: ['sex', 'gender', '性别'],
    birth_on: ['birth_on', 'birth', 'dob', 'date_of_birth', '出生日期', '生日'],
    doc_type: ['doc_type', '证件类型', '证件种类'],
    doc_no: ['doc_no', 'id_number', '证件号', '证件号码', '身份证', '身份证号', '身份证号码', '身份证件号码'],
    phone: ['phone', 'tel', 'mobile', '电话', '手机', '手机号', '手机号码', '联系电话', '联系方式'],
    address: ['address', '地址', '住址', '户籍地址', '家庭住址', '居住地址'],
    area: ['area', '区域', '所属区域', '社区', '所在社区', '辖区'],
    current_address: ['current_address', '现住址', '现住地址', '目前住址'],
    current_area: ['current_area', '现住区域', '现住社区'],
    needs: ['needs', '特殊需求', '需求', '备注需求'],
    guardian: ['guardian', '监护人', '监护人编号'],
  },
  cases: {
    case: ['case', 'case_id', '病例编号', '病例号', '编号', 'id', 'patient_id'],
    no: ['no', '病例序号', '序号'],
    person: ['person', 'person_id', '人员编号', 'case', 'case_id', 'patient_id'],
    category: ['category', 'status', '病例分类', '病例类型', '分类', '诊断类型'],
    onset_on: ['onset_on', 'onset', 'onset_date', 'date_of_onset', '发病日期', '发病时间', '症状出现日期'],
    first_positive_sample_at: ['first_positive_sample_at', 'sample_date', '首次阳性采样时间', '首次阳性时间', '采样时间', '阳性采样时间'],
    reported_at: ['reported_at', 'report_date', 'date_of_report', 'confirmed_at', '报告时间', '报告日期', '确诊时间', '确诊日期'],
    isolated_at: ['isolated_at', 'isolation_date', '隔离时间', '隔离日期', '收治时间'],
    diagnosed_at: ['diagnosed_at', '诊断时间'],
    rash_onset_on: ['rash_onset_on', 'rash', '出疹日期'],
    recovered_on: ['recovered_on', '痊愈日期', '出院日期'],
    died_on: ['died_on', 'death', '死亡日期'],
    hospital: ['hospital', '医院', '收治医院'],
    protocol: ['protocol', '方案'],
    team: ['team', '流调组', '小组'],
    owner: ['owner', '负责人'],
    area: ['area', '区域', '辖区', '社区'],
    infected_by: ['infected_by', 'infector', 'source_case', '感染来源', '传染源'],
    import_status: ['import_status', '输入类型'],
  },
  stays: {
    stay: ['stay', 'stay_id', '停留编号'],
    person: ['person', 'person_id', '人员编号', 'id', '编号'],
    place: ['place', 'place_id', 'location', '地点编号', '地点', '场所'],
    start: ['start', 'start_time', 'from', 'begin', '开始', '开始时间', '到达时间', '进入时间', '扫码时间', '起'],
    end: ['end', 'end_time', 'to', '结束', '结束时间', '离开时间', '止'],
    start_latest: ['start_latest', '最晚开始'],
    end_earliest: ['end_earliest', '最早结束'],
    source: ['source', '来源', '信息来源'],
    setting: ['setting', '场景'],
    seat: ['seat', '座位', '桌号', '座位号'],
    carriage: ['carriage', '车厢', '车厢号'],
    protection: ['protection', '防护', '防护情况'],
    companions: ['companions', '同行人数', '同行', '同桌人数'],
    activity: ['activity', '活动', '事由'],
    note: ['note', '备注', '说明'],
  },
  evidence: {
    evidence: ['evidence', 'evidence_id', '证据编号', '编号', 'id'],
    person: ['person', 'person_id', '人员编号'],
    source: ['source', '来源', '类型'],
    place: ['place', 'place_id', '地点', '地点编号'],
    area: ['area', '区域'],
    start: ['start', 'time', 'at', '时间', '开始时间', '扫码时间'],
    end: ['end', '结束时间'],
    lat: ['lat', 'latitude', '纬度'],
    lng: ['lng', 'lon', 'longitude', '经度'],
    text: ['text', '内容', '备注'],
    stay: ['stay', '停留编号'],
  },
  contacts: {
    case: ['case', 'case_id', '病例编号', '关联病例', '病例', '指示病例'],
    contact: ['contact', 'contact_id', '密接编号', '人员编号'],
    from: ['from', 'source', 'infector', 'exposed_by'],
    to: ['to', 'target', 'infectee'],
    date: ['date', 'contact_date', '接触日期'],
    name: ['name', '姓名', '密接姓名'],
    doc_no: ['doc_no', '证件号', '证件号码', '身份证', '身份证号', '身份证号码'],
    phone: ['phone', '电话', '手机', '手机号', '联系电话', '联系方式'],
    address: ['address', '地址', '住址', '现住址'],
    relation: ['relation', 'relationship', '关系', '与病例关系'],
    place: ['place', '接触地点', '地点'],
    first_exposure_at: ['first_exposure_at', '首次接触时间', '首次暴露'],
    last_exposure_at: ['last_exposure_at', 'date_of_last_contact', '末次接触时间', '最后接触时间', '末次暴露'],
    via: ['via', '经由'],
    class: ['class', '判定', '类别', '密接类型'],
    description: ['description', '描述', '特征'],
    stay: ['stay', '停留编号'],
    seat: ['seat', '座位', '桌号'],
    area: ['area', '社区', '所属区域'],
  },
  accounts: {
    login: ['login', 'account', '账号', '登录名', '用户名'],
    name: ['name', '姓名', '名称'],
    role: ['role', '岗位', '角色'],
    area: ['area', '区域', '辖区', '所属区域'],
    site: ['site', '隔离点'],
    vehicle: ['vehicle', '车辆'],
  },
};

const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s\-:：*（）()【】[\]]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

export interface Guess {
  readonly kind: string;
  /** Field to its header. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Fields with the headers that mean each, the surest first. */
export type HeaderWords = Readonly<Record<string, readonly string[]>>;

/** Which header is which field, by the words people use; each header is taken once, the surest word first. */
export function guessIn(known: HeaderWords, headers: readonly string[]): Record<string, string> {
  const free = new Map(headers.filter((h) => h.trim() !== '').map((h) => [plain(h), h]));
  const fields: Record<string, string> = {};
  const longest = Math.max(...Object.values(known).map((words) => words.length), 0);
  for (let rank = 0; rank < longest; rank++)
    for (const [field, words] of Object.entries(known)) {
      const word = words[rank];
      const header = word === undefined || fields[field] !== undefined ? undefined : free.get(plain(word));
      if (header === undefined) continue;
      fields[field] = header;
      free.delete(plain(header));
    }
  return fields;
}

export const guessFields = (kind: string, headers: readonly string[]): Record<string, string> => guessIn(FIELDS[kind] ?? {}, headers);

/** Known words fewer than this prove no header row: a row of values may hold one by accident, a "no" or a "death". */
const SURE_WORDS = 2;

/** The row that holds the headers, counted from 0: of the first twenty the one with most known words, unless that is hardly any; then the first. */
export function headerRowIn(known: HeaderWords, rows: readonly (readonly string[])[]): number {
  const words = (row: readonly string[] | undefined) => Object.keys(guessIn(known, row ?? [])).length;
  const score = (row: readonly string[]) => words(row) * 100 + row.filter((cell) => cell !== '').length;
  let best = 0;
  for (let i = 1; i < Math.min(rows.length, 20); i++) if (score(rows[i]!) > score(rows[best]!)) best = i;
  return words(rows[best]) >= SURE_WORDS && words(rows[best]) > words(rows[0]) ? best : 0;
}

export const guessHeaderRow = (kind: string, rows: readonly (readonly string[])[]): number => headerRowIn(FIELDS[kind] ?? {}, rows);
