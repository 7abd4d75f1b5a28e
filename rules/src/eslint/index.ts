import { hazards } from '../core/hazards/index.js';
import { createPlugin } from './plugin.js';
import { Sessions } from './sessions.js';

export type { Configs } from './configs.js';
export type { LoopguardPlugin } from './plugin.js';
export type { LoopguardSettings } from './settings.js';

export default createPlugin(hazards, new Sessions());
