import { afterEach, expect, it } from 'vitest';
import { everybody, setCaller } from '../../src/access/caller.js';
import { clientAddress } from '../../src/front/client-address.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { send, startProduction, type Reply } from './production.js';
