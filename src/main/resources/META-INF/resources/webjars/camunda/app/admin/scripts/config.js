export default {
  app: { name: '系统管理', vendor: '信用修复“一件事”' },
  customScripts: ['scripts/names.js'],
  disableWelcomeMessage: true,
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' }
};
