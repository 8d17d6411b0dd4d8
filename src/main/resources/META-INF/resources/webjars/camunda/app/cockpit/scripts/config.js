export default {
  app: { name: '督查监测', vendor: '信用修复“一件事”' },
  customScripts: ['scripts/plugin.js'],
  disableWelcomeMessage: true,
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' }
};
