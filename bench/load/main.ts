import { answerQuestions } from '../process.js';
import { runWindow } from './window.js';

/** The process of the load: it does nothing but ask and take the time. */
answerQuestions({ window: runWindow });
