import {BasicAuthInterceptor, Client} from 'camunda-external-task-client-js';

const {SERVER, REGION, ACCOUNT, PASSWORD, PLATFORM, ADDRESS} = process.env;
const api = `${SERVER}/api/v1/regions/${REGION}`;
const login = {Authorization: `Basic ${Buffer.from(`${ACCOUNT}:${PASSWORD}`).toString('base64')}`};
const json = {'Content-Type': 'application/json'};

async function call(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const client = new Client({
  baseUrl: `${SERVER}/engine-rest`,
  interceptors: new BasicAuthInterceptor({username: ACCOUNT, password: PASSWORD}),
  asyncResponseTimeout: 10000
});

client.subscribe(`push.${PLATFORM}`, async ({task, taskService}) => {
  try {
    const sharingNo = task.variables.get('sharingNo');
    const pushes = await call(`${api}/pushes?${new URLSearchParams({sharingNo, platform: PLATFORM})}`, {headers: login});
    for (const {idempotencyKey, payload} of pushes) {
      const {receiptNo} = await call(ADDRESS, {
        method: 'POST',
        headers: {...json, 'Idempotency-Key': idempotencyKey},
        body: JSON.stringify(payload)
      });
      await call(`${api}/receipts`, {
        method: 'POST',
        headers: {...login, ...json},
        body: JSON.stringify({platform: PLATFORM, idempotencyKey, receiptNo, status: 'ACCEPTED'})
      });
    }
    await taskService.complete(task);
  } catch (error) {
    await taskService.handleFailure(task, {
      errorMessage: error.message,
      retries: (task.retries ?? 4) - 1,
      retryTimeout: 60000
    });
  }
});
