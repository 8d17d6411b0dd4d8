// 准备：门户账号，和要上传的承诺书 commitment.pdf
import { readFile, writeFile } from 'node:fs/promises';
const base = '{base}';
const headers = { authorization: 'Basic ' + btoa('{account}:{account}') };
async function call(path, options) {
  const response = await fetch(base + path, options);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response;
}

// 查出可以修复的信息、须提交的材料
console.log(await (await call('/api/v1/regions/{region}/guidance?uscc={uscc}')).json());

// 看修复承诺的全文，由申请人签署
console.log(await (await call('/api/v1/regions/{region}/commitment')).json());

// 逐份上传材料，得到材料编号
const form = new FormData();
form.append('file', new Blob([await readFile('commitment.pdf')]), 'commitment.pdf');
const material = await (await call('/api/v1/materials', { method: 'POST', headers, body: form })).json();

// 提交联办申请；同一键重复提交只算一次
const application = {
  subject: { type: 'LEGAL_PERSON', name: '{name}', uscc: '{uscc}', address: '虚构路 1 号' },
  contact: { name: '虚构联系人', mobile: '13800000000' },
  items: [{
    item: '{item}', recordNo: '{recordNo}', reason: '罚款已缴清，违法行为已改正',
    obligationsFulfilledOn: '{fulfilledOn}',
    materials: [{ code: 'commitment', materialId: material.id }]
  }],
  commitment: true, channel: 'PORTAL'
};
const applied = await (await call('/api/v1/regions/{region}/applications', {
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': material.id },
  body: JSON.stringify(application)
})).json();
console.log(applied);

// 查询状态：受理、补正、决定，各环节的时限和结果
const number = applied.applicationNo;
console.log(await (await call(`/api/v1/applications/${number}`, { headers })).json());

// 本门户提交的申请
console.log(await (await call(`/api/v1/regions/{region}/applications?words=${number}`, { headers })).json());

// 取回文书
console.log(await (await call(`/api/v1/applications/${number}/documents`, { headers })).json());
const paper = await call(`/api/v1/applications/${number}/documents/1-receipt?format=pdf`, { headers });
await writeFile('receipt.pdf', Buffer.from(await paper.arrayBuffer()));
