/** Prints five simulated years: a machine in another zone must print the same. */
import { simulatedYears } from './simulated-years.js';

process.stdout.write(JSON.stringify(simulatedYears()));
