import { useRoute } from 'preact-iso';
import { CaseView } from '../../case/CaseView';
import { useTitle } from '../../shared/title';
import '../../case/case.css';
import '../../parcels/parcels.css';

/** A case by its number. */
export default function CasePage() {
  const { params } = useRoute();
  const caseNumber = params['caseNumber'] ?? '';
  useTitle(caseNumber);
  return <CaseView caseNumber={caseNumber} />;
}
