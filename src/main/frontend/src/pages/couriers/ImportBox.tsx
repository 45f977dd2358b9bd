import { useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { Button, Field, Panel, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import { importRates, RATES_FILE, type ImportReport } from './api';

const t = words({
  en: {
    title: 'The whole table as a file', export: 'Download as CSV', file: 'CSV file', hint: 'The same columns as in the download. A row that is refused changes nothing, the others count.',
    import: 'Import', noFile: 'Choose a file first.', busy: 'The file is being read…', report: 'Rows read: {read}; stored: {stored}; unchanged: {unchanged}; refused: {refused}.',
    row: 'Row', reason: 'Why it is refused', refused: 'Refused rows'
  },
  zh: {
    title: '整表导入与导出', export: '下载 CSV', file: 'CSV 文件', hint: '列与下载的文件相同。被拒绝的行不会产生任何改动，其余各行生效。',
    import: '导入', noFile: '请先选择文件。', busy: '正在读取文件…', report: '读取 {read} 行，写入 {stored} 行，未变 {unchanged} 行，拒绝 {refused} 行。',
    row: '行号', reason: '拒绝原因', refused: '被拒绝的行'
  }
});

interface Props {
  readonly mayImport: boolean;
  readonly onImported: () => void;
}

/** The table as a file, out and in; the report says what became of each row that did not fit. */
export function ImportBox({ mayImport, onImported }: Props) {
  const [report, setReport] = useState<ImportReport>();
  const [problem, setProblem] = useState<Problem>();
  const [lacksFile, setLacksFile] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function bringIn(event: Event) {
    event.preventDefault();
    const file = input.current?.files?.[0];
    setReport(undefined);
    setProblem(undefined);
    setLacksFile(!file);
    if (!file || isBusy) {
      input.current?.focus();
      return;
    }
    setBusy(true);
    try {
      setReport(await importRates(file));
      if (input.current) {
        // Otherwise the same file, corrected, could not be chosen again
        input.current.value = '';
      }
      onImported();
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title={t('title')}>
      <p><a href={RATES_FILE} download="courier-rates.csv">{t('export')}</a></p>
      {mayImport && (
        <form class="couriers-import" onSubmit={bringIn} noValidate>
          <Field label={t('file')} hint={t('hint')} refusal={lacksFile ? t('noFile') : problem?.at('file')}>
            {links => <input {...links} ref={input} type="file" name="rates" accept=".csv,text/csv" onChange={() => setLacksFile(false)} />}
          </Field>
          <Button main type="submit" aria-disabled={isBusy}>{t('import')}</Button>
        </form>
      )}
      <Refused problem={problem} besides={['file']} />
      <div class="couriers-report" role="status">
        {isBusy && <span class="kefu-soft">{t('busy')}</span>}
        {report && <p class={report.refusedRows > 0 ? '' : 'kefu-done'}>
          {t('report', { read: report.read, stored: report.stored, unchanged: report.unchanged, refused: report.refusedRows })}
        </p>}
      </div>
      {report && report.refused.length > 0 && (
        <div class="couriers-refused" tabIndex={0} role="region" aria-label={t('refused')}>
          <table class="kefu-table">
            <thead><tr><th scope="col" class="is-number">{t('row')}</th><th scope="col">{t('reason')}</th></tr></thead>
            <tbody>
              {report.refused.map((each, index) => <tr key={index}><td class="is-number">{each.row}</td><td>{each.reason}</td></tr>)}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
