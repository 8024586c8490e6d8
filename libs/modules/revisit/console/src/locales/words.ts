/** Words for the revisit's codes, for pages that mix rooms. */
import type { RoomWords } from '@bihuan/console-kit';

const word = (zh: string, en: string) => ({ zh, en });

export const revisitWords: RoomWords = {
  kinds: { task: word('回访', 'revisit'), 'revisit-task': word('回访', 'revisit'), revisit: word('回访', 'revisit') },
  states: {
    planned: word('待准备', 'planned'),
    prepared: word('已准备', 'prepared'),
    calling: word('通话中', 'calling'),
    'not-reached': word('未打通', 'not reached'),
    moved: word('已改约', 'moved'),
    waiting: word('等处理', 'waiting'),
    done: word('已回访', 'done'),
    cancelled: word('已取消', 'cancelled'),
  },
  stages: {
    revisit: word('次日回访', 'revisit'),
    fault: word('次日回访', 'revisit'),
    call: word('次日回访', 'revisit'),
  },
  actions: {
    prepare: word('准备', 'prepare'),
    start: word('拨打', 'start'),
    result: word('填结果', 'result'),
    'not-reached': word('没打通', 'not reached'),
    move: word('改约', 'move'),
    send: word('发送', 'send'),
    resume: word('再次回访', 'call again'),
    cancel: word('取消', 'cancel'),
    planned: word('排进回访', 'planned'),
    prepared: word('已准备', 'prepared'),
    started: word('开始拨打', 'call started'),
    calling: word('开始拨打', 'call started'),
    moved: word('改约', 'moved'),
    'sent-back': word('退回处理', 'sent back'),
    waiting: word('退回处理', 'sent back'),
    resumed: word('再次回访', 'called again'),
    done: word('回访完成', 'revisited'),
    revisited: word('回访完成', 'revisited'),
    cancelled: word('取消', 'cancelled'),
  },
};
