// Applies through the generated client, and fetches the decision once it is there.
import { readFileSync, writeFileSync } from 'node:fs';
import { Configuration, DefaultApi } from './client/index.js';

const [step, basePath, account, first, second] = process.argv.slice(2);
const api = new DefaultApi(new Configuration({ basePath, username: account, password: account }));

async function apply(uscc: string, recordNo: string): Promise<string> {
  const advice = await api.regionGuidance({ region: '150100', uscc });
  const found = advice.now?.find(one => one.recordNo === recordNo);
  if (!found?.item) {
    throw new Error(JSON.stringify(advice));
  }
  const file = new File([readFileSync('commitment.pdf')], 'commitment.pdf');
  const material = await api.materialUpload({ file });
  const applied = await api.applicationSubmit({
    region: '150100',
    idempotencyKey: material.id,
    applicationForm: {
      subject: { type: 'LEGAL_PERSON', name: '虚构测试有限公司', uscc },
      contact: { name: '虚构联系人', mobile: '13800000000' },
      items: [
        {
          item: found.item,
          recordNo,
          reason: '罚款已缴清，违法行为已改正',
          obligationsFulfilledOn: '2025-07-01',
          materials: [{ code: 'commitment', materialId: String(material.id) }]
        }
      ],
      commitment: true
    }
  });
  return String(applied.applicationNo);
}

async function fetchDecision(applicationNo: string): Promise<void> {
  const documents = await api.documentDocuments({ applicationNo });
  const decision = documents.find(one => one.id?.endsWith('-repair'));
  if (!decision?.id) {
    throw new Error(JSON.stringify(documents));
  }
  const paper: Blob = await api.documentDocument({
    applicationNo,
    id: decision.id,
    format: 'pdf'
  });
  writeFileSync('decision.pdf', Buffer.from(await paper.arrayBuffer()));
}

if (step === 'apply') {
  console.log(await apply(String(first), String(second)));
} else {
  await fetchDecision(String(first));
}
