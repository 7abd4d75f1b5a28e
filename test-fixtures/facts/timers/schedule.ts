import { CronJob } from 'cron';
import { Cron } from 'croner';
import cron from 'node-cron';
import schedule from 'node-schedule';
import { SimpleIntervalJob, Task, ToadScheduler } from 'toad-scheduler';

const boil = () => {};
//           ^ fact/context: timer

cron.schedule('* * * * *', boil);
new CronJob('* * * * *', () => {});
//                       ^ fact/context: timer
CronJob.from({ cronTime: '* * * * *', onTick: () => {} });
//                                            ^ fact/context: timer
schedule.scheduleJob('boil', '* * * * *', () => {});
//                                        ^ fact/context: timer
new Cron('* * * * *', () => {});
//                    ^ fact/context: timer
new ToadScheduler().addSimpleIntervalJob(new SimpleIntervalJob({ seconds: 1 }, new Task('boil', () => {})));
//                                                                                              ^ fact/context: timer
