/** Command line parsers, prompts and build tools: one run of a program, nobody waits. */
import { cli } from '../modes.js';
import type { Library } from '../schema.js';

export const commandLines: readonly Library[] = [
  {
    name: 'commander',
    source: 'https://github.com/tj/commander.js#commands',
    aliases: ['@commander-js/extra-typings', 'commander-plus'],
    types: [
      {
        type: 'commander:Command',
        from: [
          'commander.program',
          'commander.{createCommand,Command.new}()',
          '{commander,commander:Command}.{command,createCommand,option,requiredOption,argument,arguments,alias,aliases,description,summary,usage,version,name,action,hook,on,addOption,addCommand,addHelpText,allowUnknownOption,allowExcessArguments,configureHelp,configureOutput,enablePositionalOptions,exitOverride,helpOption,passThroughOptions,showHelpAfterError,storeOptionsAsProperties}()',
        ],
      },
    ],
    callbacks: [
      { api: '{commander,commander:Command}.{action,hook}', params: 'last', mode: cli, event: 'command' },
      {
        api: '{commander,commander:Command}.{option,requiredOption,argument}',
        params: 'rest',
        mode: cli,
        event: 'option',
      },
      { api: '{commander,commander:Command}.on', params: [1], mode: cli, event: { arg: 0 } },
      { api: 'commander.Option.new().{argParser,preset}', params: [0], mode: cli, event: 'option' },
    ],
  },
  {
    name: 'yargs',
    source: 'https://yargs.js.org/docs/#api-reference-commandcmd-desc-builder-handler',
    aliases: ['yargs/yargs'],
    types: [
      {
        type: 'yargs:Argv',
        from: [
          'yargs()',
          '{yargs,yargs:Argv}.{command,option,options,positional,usage,example,help,alias,demandCommand,demandOption,strict,version,middleware,check,coerce,parserConfiguration,scriptName,wrap,epilogue,epilog,showHelpOnFail,fail,completion,recommendCommands,env,config,group,boolean,string,number,array,describe}()',
        ],
      },
    ],
    callbacks: [
      {
        api: '{yargs,yargs:Argv}.command',
        params: [2, 3, '0.{handler,builder}', '2.{handler,builder}'],
        mode: cli,
        gives: ['yargs:Argv'],
        event: 'command',
      },
      {
        api: '{yargs,yargs:Argv}.{middleware,check,coerce,fail,parse,config,completion}',
        params: 'rest',
        mode: cli,
        event: 'option',
      },
      {
        api: '{yargs,yargs:Argv}.{option,options,positional}',
        params: ['{0,1}.coerce', '{0,1}.*.coerce'],
        mode: cli,
        event: 'option',
      },
    ],
    signatures: [
      { functions: ['yargs.CommandModule'], params: ['yargs.{ArgumentsCamelCase,Arguments}'], context: 'cli' },
    ],
  },
  {
    name: 'cac',
    source: 'https://github.com/cacjs/cac#readme',
    types: [
      {
        type: 'cac:Command',
        from: [
          'cac()',
          'cac.cac()',
          'cac.CAC.new()',
          'cac:Command.{command,option,alias,usage,example,action,allowUnknownOptions,ignoreOptionDefaultValue,help,version,globalCommand}()',
        ],
      },
    ],
    callbacks: [
      { api: 'cac:Command.action', params: [0], mode: cli, event: 'command' },
      { api: 'cac:Command.on', params: [1], mode: cli, event: 'command' },
    ],
  },
  {
    name: '@oclif/core',
    source: 'https://oclif.io/docs/commands/',
    aliases: ['@oclif/command'],
    hooks: [{ base: '@oclif/core.Command', methods: ['run', 'init', 'catch', 'finally'], context: 'cli' }],
    signatures: [{ functions: ['@oclif/core.Hook'], context: 'cli' }],
  },
  {
    name: 'clipanion',
    source: 'https://mael.dev/clipanion/docs/getting-started',
    hooks: [{ base: 'clipanion.Command', methods: ['execute', 'catch'], context: 'cli' }],
  },
  {
    name: 'citty',
    source: 'https://github.com/unjs/citty#readme',
    callbacks: [
      {
        api: 'citty.{defineCommand,runMain,runCommand}',
        params: ['0.{run,setup,cleanup,meta,args,subCommands}', '0.subCommands.*'],
        mode: cli,
        event: 'command',
      },
    ],
  },
  {
    name: '@caporal/core',
    source: 'https://caporal.io/guide/',
    aliases: ['caporal', 'sade', 'vorpal'],
    types: [
      {
        type: '@caporal/core:Program',
        from: [
          '@caporal/core.program',
          '@caporal/core()',
          '{@caporal/core,@caporal/core:Program}.{command,option,argument,description,describe,alias,example,version,action}()',
        ],
      },
    ],
    callbacks: [{ api: '{@caporal/core,@caporal/core:Program}.action', params: [0], mode: cli, event: 'command' }],
  },
  {
    name: 'inquirer',
    source: 'https://github.com/SBoudrias/Inquirer.js#questions',
    aliases: ['enquirer', 'prompts', '@inquirer/prompts', '@clack/prompts'],
    callbacks: [
      {
        api: 'inquirer.prompt',
        params: ['0.{when,validate,filter,transformer,choices,default,message,format,result,onState}'],
        mode: cli,
        event: 'prompt',
      },
      {
        api: 'inquirer',
        params: ['0.{validate,type,message,choices,format,onState}', '1.{onSubmit,onCancel}'],
        mode: cli,
        event: 'prompt',
      },
      {
        api: 'inquirer.{input,select,confirm,password,checkbox,text,search,editor,multiselect}',
        params: ['0.{validate,transformer,source}'],
        mode: cli,
        event: 'prompt',
      },
    ],
  },
  {
    name: 'gulp',
    source: 'https://gulpjs.com/docs/en/api/task',
    callbacks: [
      { api: 'gulp.{task,series,parallel}', params: 'rest', mode: cli, event: 'task' },
      { api: 'gulp.watch', params: 'last', mode: cli, event: 'change' },
    ],
    fileRoutes: [{ files: ['**/{gulpfile,Gulpfile}{,.babel}.{js,ts,mjs,cjs}'], exports: ['*'], context: 'cli' }],
  },
  {
    name: 'grunt',
    source: 'https://gruntjs.com/api/grunt.task',
    callbacks: [
      {
        api: 'grunt.{registerTask,registerMultiTask,task.registerTask,task.registerMultiTask}',
        params: 'last',
        mode: cli,
        event: 'task',
      },
    ],
    fileRoutes: [{ files: ['**/Gruntfile.{js,cjs,ts}'], exports: ['default'], context: 'cli' }],
  },
  {
    name: 'listr2',
    source: 'https://listr2.kilic.dev/',
    aliases: ['listr'],
    callbacks: [
      { api: '{listr2.Listr.new,listr2.new}', params: ['0.**.{task,skip,enabled,rollback}'], mode: cli, event: 'task' },
    ],
  },
  {
    name: 'webpack',
    source: 'https://webpack.js.org/api/compiler-hooks/',
    types: [{ type: 'webpack:Compiler', from: ['webpack()', 'webpack.{Compiler,Compilation}.new()'] }],
    callbacks: [
      { api: 'webpack:Compiler.{run,watch,close}', params: 'last', mode: cli, event: 'build' },
      { api: 'webpack', params: 'last', mode: cli, event: 'build' },
    ],
    hooks: [{ base: 'webpack.WebpackPluginInstance', methods: ['apply'], context: 'cli' }],
    signatures: [{ params: ['webpack.{Compiler,Compilation,LoaderContext}'], context: 'cli' }],
  },
  {
    name: 'vite',
    source: 'https://vite.dev/guide/api-plugin',
    aliases: ['rollup', 'rolldown', 'vitest/config', 'esbuild'],
    callbacks: [{ api: 'vite.defineConfig', params: [0, '0.plugins.**'], mode: cli, event: 'build' }],
    signatures: [
      { functions: ['vite.UserConfigFn'], params: ['vite.{ConfigEnv,ResolvedConfig,PluginBuild}'], context: 'cli' },
    ],
    fileRoutes: [
      {
        files: ['**/*.config.{js,ts,mjs,cjs,mts,cts}', '**/.*rc.{js,cjs,mjs,ts}'],
        exports: ['default', 'default.**', '*'],
        context: 'cli',
      },
    ],
  },
  {
    name: 'yeoman-generator',
    source: 'https://yeoman.io/authoring/running-context',
    hooks: [
      {
        base: '{yeoman-generator,yeoman-generator.Generator}',
        methods: ['initializing', 'prompting', 'configuring', 'default', 'writing', 'conflicts', 'install', 'end'],
        context: 'cli',
      },
    ],
  },
];
