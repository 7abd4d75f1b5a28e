import loopguard from 'eslint-plugin-loopguard';

export default [loopguard.configs.recommended];
