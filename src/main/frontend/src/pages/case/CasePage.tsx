import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { CaseView } from '../../case/CaseView';
import '../../case/case.css';

/** A case by its number. */
export default function CasePage() {
  const { params } = useRoute();
  const caseNumber = params['caseNumber'] ?? '';
  useEffect(() => {
    const before = document.title;
    document.title = `${caseNumber} - Kefu`;
    return () => {
      document.title = before;
    };
  }, [caseNumber]);
  return <CaseView caseNumber={caseNumber} />;
}
