export default {
  app: { name: '任务办理', vendor: '信用修复“一件事”' },
  customScripts: ['scripts/plugin.js'],
  disableWelcomeMessage: true,
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' }
};
