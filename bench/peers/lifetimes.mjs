import { eslintRules, oxlintRule } from './run.mjs';

/** Rules about listeners that are not removed. @param {string} folder */
export function listenerTools(folder) {
  const plugins = {
    listeners: 'eslint-plugin-listeners',
    'react-web-api': 'eslint-plugin-react-web-api',
    unicorn: 'eslint-plugin-unicorn',
  };
  return {
    ...eslintRules(folder, plugins, {
      'listeners/no-missing-remove-event-listener': 'error',
      'listeners/matching-remove-event-listener': 'error',
      'listeners/no-inline-function-event-listener': 'error',
      'react-web-api/no-leaked-event-listener': 'error',
      'unicorn/no-invalid-remove-event-listener': 'error',
    }),
    'oxlint unicorn/no-invalid-remove-event-listener': oxlintRule(
      folder,
      'unicorn',
      'no-invalid-remove-event-listener',
    ),
  };
}

/** Rules about timers that are not cleared. @param {string} folder */
export function timerTools(folder) {
  const plugins = { 'clean-timer': 'eslint-plugin-clean-timer', 'react-web-api': 'eslint-plugin-react-web-api' };
  return eslintRules(folder, plugins, {
    'clean-timer/assign-timer-id': 'error',
    'react-web-api/no-leaked-timeout': 'error',
    'react-web-api/no-leaked-interval': 'error',
  });
}
