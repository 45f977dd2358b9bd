import { useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { useLoaded } from '../../shared/load';
import { canShow, isForbidden, isOn, switchDesktop } from '../../shared/notices/desktop';
import { change, mySwitches, type NoticeKind, type Obstacle, type Switches } from '../../shared/notices/notices';
import { useTitle } from '../../shared/title';
import { Busy, Panel, Refused, When } from '../../shared/ui';
import { words } from '../../shared/words';
import './notices.css';

const t = words({
  en: {
    title: 'Notices', how: 'How you want to be told', kind: 'What happens', page: 'In the page', mail: 'By mail',
    saved: 'Saved.', mails: 'Mails', to: 'They go to {address}.', every: 'At most one every {minutes} minutes, with all that is new.',
    last: 'Last sent', failure: 'The last mail did not arrive: {why}', browser: 'This browser',
    desktop: 'Show what is new outside the page too, while you do something else',
    forbidden: 'You have forbidden it in the settings of your browser; allow it there first.',
    cannot: 'Your browser can’t do this here.', later: 'Mails begin with what is new from the moment you switch them on.'
  },
  zh: {
    title: '提醒设置', how: '提醒方式', kind: '事项', page: '页面内', mail: '邮件',
    saved: '已保存。', mails: '邮件', to: '发送至 {address}。', every: '最多每 {minutes} 分钟一封，汇总所有新提醒。',
    last: '上次发送', failure: '上一封邮件未送达：{why}', browser: '本浏览器',
    desktop: '在您处理其他事情时，也在页面之外弹出新提醒',
    forbidden: '您已在浏览器设置中禁止通知，请先在浏览器中允许。',
    cannot: '您的浏览器在此处不支持该功能。', later: '从开启邮件提醒时起的新事项才会发送邮件。'
  }
});

const kinds = words<NoticeKind>({
  en: {
    TASK_FOR_ME: 'A task is given to me',
    TASK_FOR_GROUP: 'There is a new task for one of my groups',
    TASK_OVERDUE: 'A task of mine is overdue, or one of my groups that nobody took'
  },
  zh: { TASK_FOR_ME: '有任务分配给我', TASK_FOR_GROUP: '我所在的小组有新任务', TASK_OVERDUE: '我的任务或小组中无人领取的任务已逾期' }
});

const obstacles = words<Obstacle>({
  en: {
    NO_SERVER: 'Kefu has no mail server, so no mail is sent.',
    NO_ADDRESS: 'Your account has no e-mail address. An administrator can add it in Admin.',
    NO_SUCH_ADDRESS: 'Your account says “{address}”, which is no address that mails can go to. An administrator can correct it in Admin.'
  },
  zh: {
    NO_SERVER: '系统没有配置邮件服务器，不会发送邮件。',
    NO_ADDRESS: '您的账号没有邮箱地址，请联系管理员在 Admin 中添加。',
    NO_SUCH_ADDRESS: '您账号中的“{address}”不是可用的邮箱地址，请联系管理员在 Admin 中更正。'
  }
});

/** Which news somebody wants, and how. Each switch is saved at once. */
export default function Notices() {
  useTitle(t('title'));
  const mine = useLoaded('switches', mySwitches);
  if (mine.problem && !mine.value) {
    return <Refused problem={mine.problem} onAgain={mine.reload} />;
  }
  return (
    <>
      <h1>{t('title')}</h1>
      {mine.value ? <Board now={mine.value} onSaved={mine.replace} /> : <Busy height={220} />}
      <Desktop />
    </>
  );
}

function Board({ now, onSaved }: { readonly now: Switches; readonly onSaved: (saved: Switches) => void }) {
  const [saving, setSaving] = useState<string>();
  const [refused, setRefused] = useState<{ readonly kind: NoticeKind; readonly problem: Problem }>();
  const [isSaved, setSaved] = useState(false);

  const flip = (kind: NoticeKind, channel: 'page' | 'mail', isWanted: boolean): void => {
    // Each answer tells all switches: one at a time, or the older of two might be shown last
    if (saving !== undefined) {
      return;
    }
    setSaving(`${kind} ${channel}`);
    setRefused(undefined);
    setSaved(false);
    change(kind, channel, isWanted).then(saved => {
      onSaved(saved);
      setSaved(true);
    }, (failure: unknown) => setRefused({ kind, problem: failure instanceof Problem ? failure : new Problem(0, '') }))
      .finally(() => setSaving(undefined));
  };

  return (
    <>
      <Panel title={t('how')}>
        <table class="kefu-table kefu-switches">
          <thead>
            <tr><th scope="col">{t('kind')}</th><th scope="col">{t('page')}</th><th scope="col">{t('mail')}</th></tr>
          </thead>
          <tbody>
            {now.switches.map(each => (
              <tr key={each.kind}>
                <th scope="row">
                  {kinds(each.kind)}
                  {refused?.kind === each.kind && <Refused problem={refused.problem} />}
                </th>
                {(['page', 'mail'] as const).map(channel => (
                  <td key={channel}>
                    <input type="checkbox" role="switch" id={`${each.kind}-${channel}`} checked={each[channel]}
                      aria-label={`${kinds(each.kind)}: ${t(channel)}`} aria-disabled={saving !== undefined} aria-busy={saving === `${each.kind} ${channel}`}
                      onClick={event => {
                        // It shows what the server has, not what was clicked
                        event.preventDefault();
                        flip(each.kind, channel, !each[channel]);
                      }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p class="kefu-switches-said" role="status">{isSaved ? t('saved') : ''}</p>
      </Panel>
      <MailPanel mail={now.mail} />
    </>
  );
}

function MailPanel({ mail }: { readonly mail: Switches['mail'] }) {
  return (
    <Panel title={t('mails')}>
      {mail.obstacle
        ? <p class="kefu-refusal" id="kefu-obstacle">{obstacles(mail.obstacle, { address: mail.address ?? '' })}</p>
        : <p>{t('to', { address: mail.address ?? '' })} {t('every', { minutes: mail.everyMinutes })}</p>}
      <p class="kefu-soft">{t('later')}</p>
      {mail.lastSentAt && <p class="kefu-soft">{t('last')}: <When at={mail.lastSentAt} /></p>}
      {mail.lastFailure && <p class="kefu-refusal">{t('failure', { why: mail.lastFailure })}</p>}
    </Panel>
  );
}

function Desktop() {
  const [isShown, setShown] = useState(isOn());
  const [isBarred, setBarred] = useState(isForbidden());
  return (
    <Panel title={t('browser')}>
      <label class="kefu-row">
        <input type="checkbox" role="switch" id="kefu-desktop" checked={isShown} disabled={!canShow() || isBarred}
          onClick={event => {
            event.preventDefault();
            switchDesktop(!isShown).then(on => {
              setShown(on);
              setBarred(isForbidden());
            }, () => setBarred(isForbidden()));
          }} />
        {t('desktop')}
      </label>
      {isBarred && <p class="kefu-refusal" role="alert">{t('forbidden')}</p>}
      {!canShow() && <p class="kefu-soft">{t('cannot')}</p>}
    </Panel>
  );
}
