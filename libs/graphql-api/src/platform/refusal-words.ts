import { MOST_TRIED } from '@tracewright/investigation';
import type { Both } from './lang.js';

type Shape = 'NotAllowed' | 'NotFound' | 'Refused' | 'InvalidInput' | 'ChangedMeanwhile';
interface Words extends Both {
  readonly type: Shape;
}
const word = (type: Shape, zh: string, en: string): Words => ({ type, zh, en });

/** Every refusal of the use cases: which type it is answered as, and the sentence that says what to do. */
export const REFUSALS = {
  'not-allowed': word(
    'NotAllowed',
    '您的岗位或辖区不允许这一步，请联系管理员。',
    'Your role or area does not allow this: ask your administrator.',
  ),
  'case-not-found': word('NotFound', '本辖区没有这个病例。', 'There is no such case in your area.'),
  'person-not-found': word('NotFound', '没有这个人。', 'There is no such person.'),
  'naming-not-found': word('NotFound', '这条点名已不存在，请刷新。', 'This naming is gone: refresh.'),
  'pair-not-found': word('NotFound', '这组疑似重复已不存在，请刷新。', 'This pair is gone: refresh.'),
  'merge-not-found': word('NotFound', '没有这次合并。', 'There is no such merge.'),
  'push-not-found': word('NotFound', '没有这条推送。', 'There is no such push.'),
  'task-not-found': word('NotFound', '这个人不在您的车次或隔离点，请刷新。', 'This person is not on your run or at your site: refresh.'),
  'run-not-found': word('NotFound', '没有这个车次，请刷新。', 'There is no such run: refresh.'),
  'vehicle-unknown': word('NotFound', '没有这辆车。', 'There is no such vehicle.'),
  'site-unknown': word('NotFound', '没有这个隔离点。', 'There is no such site.'),
  'account-unknown': word('NotFound', '没有这个账号。', 'There is no such account.'),
  'area-unknown': word('NotFound', '没有这个区域，请从列表中选。', 'There is no such area: choose one from the list.'),
  'protocol-not-found': word('NotFound', '没有安装这个方案。', 'This protocol is not installed.'),
  'too-many-cases': word(
    'Refused',
    `这一问最多试 ${MOST_TRIED} 个病例：更多的请用 beginProtocolTry 逐个试算。`,
    `At most ${MOST_TRIED} cases are tried in one question: try more of them with beginProtocolTry.`,
  ),
  'try-not-found': word('NotFound', '这次试算已不在：请重新试算。', 'This try is gone: try again.'),
  'protocol-in-use': word(
    'Refused',
    '还有病例使用这个方案，而它没有随程序提供的版本：请先启用它的另一个版本，或给这些病例另选方案。',
    'Cases are judged by this protocol, and it has no version that came with the program: make another version of it active first, or give the cases another protocol.',
  ),
  'version-fixed': word(
    'Refused',
    '这个版本已经核准过，不再改动：请另起版本号存为新草稿。',
    'This version was verified and is not changed any more: give the draft a new version.',
  ),
  'import-not-found': word('NotFound', '没有这次导入。', 'There is no such import.'),
  'changed-meanwhile': word(
    'ChangedMeanwhile',
    '别人刚刚先改了：请刷新，看过差异再保存。',
    'Somebody else changed it first: refresh, look at the difference, then save.',
  ),
  'invalid-input': word('InvalidInput', '有些值不能用，请按提示修改。', 'Some values cannot be used: correct them as shown.'),
  'reason-missing': word('Refused', '这一步需要写明理由。', 'This step needs a reason.'),
  'nothing-selected': word('Refused', '没有选中任何人。', 'Nobody is selected.'),
  'pair-undecided': word(
    'Refused',
    '这项任务判定之后自动完成：请打开查重，判定这一组（1 同一人、2 不是、H 同住）。',
    'This task closes by itself once the pair is decided: open the duplicates and decide it (1 the same, 2 not the same, H household).',
  ),
  'already-decided': word('Refused', '别人已经处理过这一组。', 'Somebody decided this pair already.'),
  'thresholds-out-of-order': word(
    'Refused',
    '两个界限须在 0 与 1 之间，“人看”不高于“同一人”。',
    'Both thresholds lie between 0 and 1, and the one for looking is not above the one for one person.',
  ),
  'weights-out-of-order': word(
    'Refused',
    '更一致的不能反而分低，没有保存：',
    'More agreement must never weigh less, so nothing was saved:',
  ),
  'decision-unknown': word(
    'Refused',
    '没有这种处理：请选同一人、不是、稍后或同住。',
    'There is no such decision: same, not-same, later or household.',
  ),
  'already-filed': word('Refused', '核心报告已经报过了。', 'The core report has been filed already.'),
  'already-undone': word('Refused', '这次合并已经撤销过了。', 'This merge was undone already.'),
  'merged-since': word(
    'Refused',
    '当时保留的那条记录后来又并入了别人：请先撤销那一次合并。',
    'The record that this merge kept was merged itself since: undo that merge first.',
  ),
  'not-one-group': word('Refused', '这几组没有共同的记录，请分别判定。', 'These pairs share no record: decide them one by one.'),
  'told-apart': word(
    'Refused',
    '其中有两条已判定不是同一人，不能全部合并，请逐条判定：',
    'Two of them were said not to be one person, so not all are merged; decide one by one:',
  ),
  'group-veto': word(
    'Refused',
    '其中有两条不能一并合并，请逐条判定：',
    'Two of them cannot be merged along with the others; decide one by one:',
  ),
  'asked-already': word('Refused', '已经请上级判定，尚未答复。', 'The area above is asked already and has not decided yet.'),
  'nobody-above': word(
    'Refused',
    '没有同时管两个辖区的数据库组账号：请管理员开设。',
    'There is no database desk that sees both areas: ask your administrator to open an account for one.',
  ),
  'two-cases': word('Refused', '两人都是病例，请先排除其中一个再合并。', 'Two of them are cases: exclude one of them before merging.'),
  'state-conflict': word(
    'Refused',
    '当前状态不能做这一步，请刷新看最新状态。',
    'The present state does not allow this step: refresh and look again.',
  ),
  'identity-not-checked': word('Refused', '请先核对姓名再登车。', 'Check who it is before boarding.'),
  'temperature-out-of-range': word('Refused', '体温应在 34 到 43 之间，请核对。', 'A temperature lies between 34 and 43: check it.'),
  'protocol-unverified': word(
    'Refused',
    '该方案还没有管理员核准，不能推送。请管理员在“方案”页核准。',
    'No administrator has verified this protocol, so nothing is pushed under it: ask one to verify it on the protocols page.',
  ),
  'party-not-waiting': word(
    'Refused',
    '这一组里有人不在待转运状态（拒绝、不在或已上别的车），整组要一起走。',
    'Somebody of this party is not waiting (refused, absent or on another run): a party travels whole.',
  ),
  'run-not-open': word('Refused', '车次已出发，不能再加人。', 'The run has left: nobody can be added.'),
  'mixed-classes': word(
    'Refused',
    '密接和次密接不同车；确需同车请写明理由。',
    'Close and secondary contacts do not share a vehicle; write a reason if they must.',
  ),
  'ward-alone': word(
    'Refused',
    '14 岁以下的孩子不能没有大人单独转运；确需如此请写明由谁照看。',
    'A child under 14 does not travel without a grown-up: write who looks after them if they must.',
  ),
  'no-seats': word('Refused', '座位不够，整组一起走。', 'Not enough seats: a party travels whole.'),
  'site-does-not-take-class': word('Refused', '这个隔离点不收这一类人。', 'This site does not take this class.'),
  'no-room': word('Refused', '没有合适的空房间。', 'There is no suitable free room.'),
  'needs-ramp': word(
    'Refused',
    '有人需要轮椅或担架，请派带坡道的车。',
    'Somebody needs a wheelchair or stretcher: send a vehicle with a ramp.',
  ),
  'room-full': word('Refused', '这个房间住不下。', 'This room is too small.'),
  'room-closed': word('Refused', '这个房间现在不能用。', 'This room cannot be used now.'),
  'rooms-keep-classes-apart': word('Refused', '不同类别不能同住一间。', 'Classes do not share a room.'),
  'wrong-login': word('Refused', '账号或密码不对。', 'Wrong account or password.'),
  'account-locked': word('Refused', '账号已锁定，请联系管理员。', 'The account is locked: ask your administrator.'),
  'account-expired': word('Refused', '账号已到期，请联系管理员。', 'The account has expired: ask your administrator.'),
  'too-many-tries': word('Refused', '尝试次数过多，请 15 分钟后再试。', 'Too many tries: try again in 15 minutes.'),
  'demo-account-elsewhere': word('Refused', '演示账号只能在本机使用。', 'Demo accounts work on this machine only.'),
  'wrong-password': word('Refused', '原密码不对。', 'The former password is wrong.'),
  'password-too-short': word('Refused', '新密码至少 10 位。', 'A password has at least 10 characters.'),
  'purpose-empty': word('Refused', '请写明查看完整信息的用途。', 'Say what you need the full records for.'),
  'purpose-not-stated': word('NotAllowed', '请先写明查看完整信息的用途。', 'Say first what you need the full records for.'),
  'login-taken': word('Refused', '这个账号名已被使用。', 'This login is taken.'),
} as const satisfies Record<string, Words>;
export type RefusalKind = keyof typeof REFUSALS;

/** Why somebody was left out of a bulk step. */
export const SKIPPED: Readonly<Record<string, Both>> = {
  state: { zh: '当前状态不能做这一步', en: 'the present state does not allow it' },
  'still-possible': { zh: '仍是待核，需流调先确认', en: 'still to be verified by the tracer' },
  held: { zh: '疑似重复未判定，先查清再推送', en: 'held by a suspected duplicate: clear it first' },
  'not-here': { zh: '不在本辖区', en: 'not in your area' },
  'not-definite': { zh: '没有确定的暴露', en: 'no definite exposure' },
  'to-locate': { zh: '落地区域未确认', en: 'the area that must act is not confirmed' },
  'no-identity': { zh: '没有电话、证件或地址', en: 'no phone, document or address' },
  'already-pushed': { zh: '已推送，内容未变', en: 'pushed already and nothing changed' },
  general: { zh: '一般接触者不推送', en: 'general contacts are not pushed' },
  'not-over': { zh: '管理期限未满', en: 'the measures are not over' },
};
