/** Admin's permissions and types of groups by names. */
import { nameTexts } from '../../shared/naming.js';

const NAMES = {
  ALL: '全部',
  NONE: '无',
  ACCESS: '进入',
  READ: '查看',
  CREATE: '新建',
  UPDATE: '修改',
  DELETE: '删除',
  WORKFLOW: '业务',
  SYSTEM: '系统'
};

nameTexts('td, td a, td span', text => {
  const names = text.split(/,\s*/).map(code => NAMES[code]);
  return names.every(Boolean) ? names.join('、') : undefined;
});

export default [];
