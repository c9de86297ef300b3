import { Address } from './Address.js';
import { Building } from './Building.js';
import { Comment } from './Comment.js';
import { Document } from './Document.js';
import { EntityLink } from './EntityLink.js';
import { Issue } from './Issue.js';
import { Lease } from './Lease.js';
import { LinkedBuilding } from './LinkedBuilding.js';
import { LinkedPerson } from './LinkedPerson.js';
import { LinkedUnit } from './LinkedUnit.js';
import { Person } from './Person.js';
import { Responsibility } from './Responsibility.js';
import { Task } from './Task.js';
import { Unit } from './Unit.js';

/** Every declared type: the whole graph of what hangs on what. */
export const declarations = [
  Building,
  Unit,
  Person,
  Lease,
  Issue,
  Document,
  Comment,
  Task,
  Responsibility,
  Address,
  EntityLink,
  LinkedBuilding,
  LinkedUnit,
  LinkedPerson,
] as const;
