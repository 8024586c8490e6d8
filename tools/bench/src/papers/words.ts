/** What stands on the papers of the benches: some 570 characters a page, no two alike. */
import { randomInt } from 'node:crypto';

const SENTENCES = [
  '用户反映今日上午取款机提示暂停服务，出钞口有异响，已按提示重启一次仍未恢复。',
  '已与网点联系并确认下午可以进场，工程师携带模块一套前往。',
  '更换磨损皮带并清洁通道后连续试机二百张，未见卡钞。',
  '负责人确认机器恢复正常，客户对到场时间不满，要求书面说明。',
  '据监控录像，故障发生在九点四十分左右，当时正有三位顾客排队。',
  '备件由广州仓库调拨，预计次日送达，期间以备机代替。',
  '客户提出上月同一机器已修理两次，怀疑更换的部件质量有问题。',
  '经查，前两次均为传感器误报，本次为送钞轴承损坏，原因不同。',
  '客户要求减免本季度维护费用，并请分公司经理当面解释。',
  '热线人员记录时误将地址写为城东支行，致使派单延误半日。',
  '现场拍照六张，附于维修单之后，客户签字并盖章确认。',
  '双方约定一周内再次巡检，若仍有异响则整机更换。',
  '投诉人表示可以接受处理意见，但希望今后由固定的工程师负责。',
  '电话回访两次无人接听，第三次由值班员代为答复。',
] as const;
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹';
const GIVEN = '建国志强秀英晓明丽华海燕文军玉兰桂芳春梅永平俊杰雪峰思远雅静子涵宇轩佳怡';
const STREETS = [
  '人民路',
  '中山大道',
  '天河北路',
  '解放西街',
  '龙湖新村',
  '滨江东路',
  '工业园三期',
  '东风小区',
] as const;

const oneOf = <T>(list: ArrayLike<T>): T => list[randomInt(list.length)] as T;

/** A character of the common block, as rare names have: most printers' fonts lack it. */
const rare = (): string => String.fromCharCode(randomInt(0x4e00, 0x9000));

export interface Case {
  readonly customerName: string;
  readonly phone: string;
  readonly address: string;
  readonly matter: string;
}

/** A case of its own; every one has 㙍 and 用户 in it, and three more rare characters. */
export function makeCase(index: number): Case {
  const sentences = Array.from({ length: 13 }, () => oneOf(SENTENCES));
  return {
    customerName: `${oneOf(SURNAMES)}${oneOf(GIVEN)}㙍`,
    phone: `138${String(index).padStart(8, '0')}`,
    address: `${oneOf(STREETS)}${randomInt(1, 900)}号${oneOf(GIVEN)}${rare()}大厦`,
    matter: `用户${rare()}${rare()}称：${sentences.join('')}`,
  };
}
