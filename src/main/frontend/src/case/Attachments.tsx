import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../shared/api';
import { Button, Done, Field, Panel, Refused, When } from '../shared/ui';
import { words } from '../shared/words';
import { addFile, fileAddress } from './api';
import { nameOf } from './people';
import type { AttachedFile, CaseFile } from './types';
import { useDraft } from './useDraft';

const t = words({
  en: { title: 'Files', none: 'There are no files yet.', file: 'File', fileHint: 'JPEG, PNG, GIF, WebP or HEIC picture, PDF or plain text. At most {most}.',
    tooLarge: 'This file is too large: at most {most}.',
    description: 'Description', add: 'Add file', choose: 'Please choose a file.', enlarge: 'Enlarge {name}', close: 'Close',
    download: 'Download', earlier: 'Previous', later: 'Next', hidden: 'Files are for those who work on the case.', added: 'The file was added. {name}' },
  zh: { title: '文件', none: '还没有文件。', file: '文件', fileHint: 'JPEG、PNG、GIF、WebP 或 HEIC 图片，PDF 或纯文本，不超过 {most}。', tooLarge: '文件太大，不能超过 {most}。', description: '说明',
    add: '添加文件', choose: '请选择文件。', enlarge: '放大 {name}', close: '关闭', download: '下载', earlier: '上一张', later: '下一张',
    hidden: '文件仅供处理此工单的人查看。', added: '文件已添加。{name}' }
});

/** What browsers show; a HEIC picture of a telephone is opened by a program of its own. */
const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** The files of a case: photos to look at, everything else to open, and a place to add one. */
export function Attachments({ file, onAdded }: { readonly file: CaseFile; readonly onAdded: () => void }) {
  const [enlarged, setEnlarged] = useState<number>();
  const isOpen = file.sight === 'FULL';
  const photos = isOpen ? file.attachments.filter(each => SHOWN.includes(each.type)) : [];
  const others = file.attachments.filter(each => !photos.includes(each));
  return (
    <Panel title={t('title')}>
      {file.attachments.length === 0 && <p class="kefu-soft">{t('none')}</p>}
      {!isOpen && file.attachments.length > 0 && <p class="kefu-soft">{t('hidden')}</p>}
      <ul class="kefu-photos">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <button type="button" class="kefu-photo" aria-label={t('enlarge', { name: photo.name })} onClick={() => setEnlarged(index)}>
              <img src={fileAddress(file.caseNumber, photo.id)} alt={photo.description ?? photo.name} loading="lazy" />
            </button>
            <span class="kefu-soft">{photo.description ?? photo.name}</span>
          </li>
        ))}
      </ul>
      <ul class="kefu-plain-list">
        {others.map(each => (
          <li key={each.id}>
            {isOpen ? <a href={fileAddress(file.caseNumber, each.id)} download={each.name}>{each.name}</a> : each.name}
            {' '}<span class="kefu-soft">{size(each.size)} · <When at={each.addedAt} /> · {nameOf(file, each.addedBy)}</span>
            {each.description && <div class="kefu-said">{each.description}</div>}
          </li>
        ))}
      </ul>
      {enlarged !== undefined && photos[enlarged] && (
        <Enlarged file={file} photo={photos[enlarged]} onClose={() => setEnlarged(undefined)}
          onStep={photos.length > 1 ? step => setEnlarged((enlarged + step + photos.length) % photos.length) : undefined} />
      )}
      {file.mayAdd && <AddFile caseNumber={file.caseNumber} largest={file.largestFile} onAdded={onAdded} />}
    </Panel>
  );
}

function size(bytes: number): string {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

interface EnlargedProps {
  readonly file: CaseFile;
  readonly photo: AttachedFile;
  readonly onClose: () => void;
  readonly onStep: ((step: 1 | -1) => void) | undefined;
}

function Enlarged({ file, photo, onClose, onStep }: EnlargedProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog class="kefu-enlarged" ref={dialog} aria-label={photo.name} onClose={onClose}
      onKeyDown={event => {
        if (onStep && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
          onStep(event.key === 'ArrowRight' ? 1 : -1);
        }
      }}>
      <img src={fileAddress(file.caseNumber, photo.id)} alt={photo.description ?? photo.name} />
      <p>
        {photo.description ?? photo.name} <span class="kefu-soft"><When at={photo.addedAt} /> · {nameOf(file, photo.addedBy)}</span>
      </p>
      <div class="kefu-row">
        {onStep && <Button onClick={() => onStep(-1)}>{t('earlier')}</Button>}
        {onStep && <Button onClick={() => onStep(1)}>{t('later')}</Button>}
        <a href={fileAddress(file.caseNumber, photo.id)} download={photo.name}>{t('download')}</a>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </dialog>
  );
}

interface AddFileProps {
  readonly caseNumber: string;
  readonly largest: number;
  readonly onAdded: () => void;
}

function AddFile({ caseNumber, largest, onAdded }: AddFileProps) {
  const [description, setDescription] = useDraft(`${caseNumber}/description`);
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const [added, setAdded] = useState<string>();
  const input = useRef<HTMLInputElement>(null);

  const add = async (event: Event) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    const wrong = !file ? t('choose') : file.size > largest ? t('tooLarge', { most: size(largest) }) : undefined;
    if (!file || wrong) {
      setAdded(undefined);
      setProblem(new Problem(422, wrong ?? '', [{ field: 'file', rule: 'input', message: wrong ?? '' }]));
      return;
    }
    if (isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    setAdded(undefined);
    try {
      await addFile(caseNumber, file, description);
      setDescription('');
      if (input.current) {
        input.current.value = '';
      }
      setAdded(file.name);
      onAdded();
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      setSending(false);
    }
  };
  return (
    <form onSubmit={add} noValidate>
      <Field label={t('file')} hint={t('fileHint', { most: size(largest) })} refusal={problem?.at('file')}>
        {links => <input {...links} name="file" type="file" ref={input} accept="image/*,.heic,.heif,.pdf,.txt,.csv,.log,.md" />}
      </Field>
      <Field label={t('description')} refusal={problem?.at('description')}>
        {links => <input {...links} name="description" type="text" maxLength={500} value={description}
          onInput={event => setDescription(event.currentTarget.value)} />}
      </Field>
      <Refused problem={problem} besides={['file', 'description']} />
      {added && <Done>{t('added', { name: added })}</Done>}
      <Button type="submit" disabled={isSending}>{t('add')}</Button>
    </form>
  );
}
