import type { Country, Trade } from './model.js';

/** What people write when something is wrong: title and description. */
export type Complaint = readonly [title: string, description: string];

/** Complaints per trade, in the language of the building's country. */
export const COMPLAINTS: Readonly<Record<Trade, Readonly<Record<Country, readonly Complaint[]>>>> = {
  plumbing: {
    SE: [
      ['Droppande kran i köket', 'Kranen droppar dygnet runt, även när den är helt stängd.'],
      ['Stopp i avloppet', 'Vattnet i badrummet rinner inte undan. Har provat med propplösare.'],
    ],
    NL: [
      ['Lekkende kraan in de keuken', 'De kraan blijft druppelen, ook als hij dicht is.'],
      ['Afvoer verstopt', 'Het water in de douche loopt niet meer weg.'],
    ],
    DE: [
      ['Tropfender Wasserhahn', 'Der Hahn in der Küche tropft Tag und Nacht.'],
      ['Abfluss verstopft', 'Das Wasser in der Dusche läuft nicht mehr ab.'],
    ],
  },
  heating: {
    SE: [
      ['Kallt element i sovrummet', 'Elementet är kallt trots att termostaten står på max.'],
      ['Inget varmvatten', 'Sedan i morse kommer det bara kallt vatten.'],
    ],
    NL: [
      ['Radiator wordt niet warm', 'De radiator in de slaapkamer blijft koud.'],
      ['Geen warm water', 'Sinds vanochtend is er alleen koud water.'],
    ],
    DE: [
      ['Heizung bleibt kalt', 'Der Heizkörper im Schlafzimmer wird nicht warm.'],
      ['Kein Warmwasser', 'Seit heute früh kommt nur kaltes Wasser.'],
    ],
  },
  electrical: {
    SE: [
      ['Trasig belysning i trapphuset', 'Lampan på andra våningen har slocknat.'],
      ['Uttag utan ström', 'Två uttag i vardagsrummet är döda. Säkringarna är hela.'],
    ],
    NL: [
      ['Verlichting trappenhuis kapot', 'De lamp op de tweede verdieping doet het niet.'],
      ['Stopcontact zonder stroom', 'Twee stopcontacten in de woonkamer werken niet meer.'],
    ],
    DE: [
      ['Treppenhausbeleuchtung defekt', 'Im zweiten Stock ist das Licht ausgefallen.'],
      ['Steckdose ohne Strom', 'Zwei Steckdosen im Wohnzimmer sind tot.'],
    ],
  },
  elevator: {
    SE: [['Hissen står still', 'Hissen har stannat mellan plan 2 och 3. Ingen är instängd.']],
    NL: [['Lift buiten werking', 'De lift staat stil tussen de tweede en derde verdieping.']],
    DE: [['Aufzug außer Betrieb', 'Der Aufzug steht zwischen dem 2. und 3. Stock.']],
  },
  locks: {
    SE: [
      ['Porttelefonen fungerar inte', 'Det går inte att öppna porten från lägenheten.'],
      ['Låset kärvar', 'Nyckeln fastnar i ytterdörren.'],
    ],
    NL: [['Slot klemt', 'De sleutel blijft hangen in de voordeur.']],
    DE: [
      ['Haustür schließt nicht', 'Die Haustür fällt nicht mehr ins Schloss.'],
      ['Klingelanlage gestört', 'Die Gegensprechanlage bleibt stumm.'],
    ],
  },
  windows: {
    SE: [['Drag från fönstret', 'Det drar kallt från fönstret i köket; tätningslisten har släppt.']],
    NL: [['Raam sluit niet', 'Het raam in de slaapkamer kan niet meer dicht.']],
    DE: [['Fenster undicht', 'Am Küchenfenster zieht es, die Dichtung hat sich gelöst.']],
  },
  appliances: {
    SE: [
      ['Spisen slår av', 'Två plattor på spisen fungerar inte.'],
      ['Kylskåpet brummar', 'Kylskåpet låter högt och kyler dåligt.'],
    ],
    NL: [['Oven defect', 'De oven wordt niet meer warm.']],
    DE: [['Herd defekt', 'Zwei Herdplatten funktionieren nicht mehr.']],
  },
  pests: {
    SE: [['Silverfiskar i badrummet', 'Flera silverfiskar varje kväll.']],
    NL: [['Muizen in de berging', 'In de berging zijn muizen gezien.']],
    DE: [['Wespennest am Balkon', 'Unter dem Balkon ist ein Wespennest.']],
  },
  cleaning: {
    SE: [['Trapphuset är inte städat', 'Trapphuset har inte städats på två veckor.']],
    NL: [['Trappenhuis niet schoongemaakt', 'Al twee weken is er niet schoongemaakt.']],
    DE: [['Treppenhaus nicht gereinigt', 'Seit zwei Wochen wurde nicht geputzt.']],
  },
  noise: {
    SE: [['Störande musik på natten', 'Grannen spelar hög musik efter klockan 23.']],
    NL: [['Geluidsoverlast', 'De bovenburen draaien na elf uur harde muziek.']],
    DE: [['Ruhestörung nachts', 'Nach 22 Uhr wird laut Musik gehört. Bitte um Rückruf!']],
  },
  garden: {
    SE: [['Trasig lekställning på gården', 'En planka har lossnat på lekställningen.']],
    NL: [['Schutting omgewaaid', 'De schutting in de tuin is door de storm omgewaaid.']],
    DE: [['Ast im Hof abgebrochen', 'Ein großer Ast liegt auf dem Fahrradständer.']],
  },
  internet: {
    SE: [['Bredbandet ligger nere', 'Ingen uppkoppling sedan i går kväll.']],
    NL: [['Geen internet', 'Sinds gisteravond is er geen verbinding.']],
    DE: [['Kein Internet', 'Seit gestern Abend gibt es keine Verbindung.']],
  },
  damp: {
    SE: [['Fuktfläck i taket', 'En fläck på ungefär 40 cm växer i badrumstaket.']],
    NL: [['Vochtplek op het plafond', 'De plek in de badkamer wordt steeds groter.']],
    DE: [['Wasserfleck an der Decke', 'Der Fleck im Bad wird größer – bitte dringend prüfen.']],
  },
  waste: {
    SE: [['Fullt i soprummet', 'Kärlen för papper är överfulla.']],
    NL: [['Container vol', 'De papiercontainer zit al dagen vol.']],
    DE: [['Mülltonnen überfüllt', 'Die Papiertonnen wurden nicht geleert.']],
  },
};

/** Replies in a conversation, per country. */
export const REPLIES: Readonly<Record<Country, readonly string[]>> = {
  SE: [
    'Tack för din anmälan, vi återkommer med en tid.',
    'Går det bra att vi kommer på **torsdag** mellan 8 och 12?',
    'Det går bra, använd huvudnyckeln.',
    'Reservdel är beställd.',
    'Åtgärdat.',
  ],
  NL: [
    'Bedankt voor uw melding, we nemen contact met u op.',
    'Schikt **donderdag** tussen 8 en 12 uur?',
    'Dat is goed, ik ben thuis.',
    'Het onderdeel is besteld.',
    'Verholpen.',
  ],
  DE: [
    'Vielen Dank für Ihre Meldung, wir melden uns mit einem Termin.',
    'Passt Ihnen **Donnerstag** zwischen 8 und 12 Uhr?',
    'Ja, ich bin zu Hause.',
    'Das Ersatzteil ist bestellt.',
    'Erledigt.',
  ],
};

/** Titles of work orders, per country. */
export const TASK_TITLES: Readonly<Record<Country, readonly string[]>> = {
  SE: ['Felsök på plats', 'Beställ reservdel', 'Byt ut och återställ'],
  NL: ['Storing onderzoeken', 'Onderdeel bestellen', 'Vervangen en herstellen'],
  DE: ['Schaden vor Ort prüfen', 'Ersatzteil bestellen', 'Austauschen und instand setzen'],
};

/** What an inspection may find. */
export const FAULTS: readonly Complaint[] = [
  ['Repa i parkett', 'Vardagsrum, ungefär 20 cm.'],
  ['Saknad dörrstopp', 'Sovrum.'],
  ['Missfärgad fog', 'Badrum, vid golvbrunnen.'],
  ['Trasigt handtag', 'Köksluckan under diskhon.'],
  ['Hål efter skruv', 'Hall, vägg mot köket.'],
];

/** A trade in the language of the country, as a customer would call the category. */
export const TRADE_NAMES: Readonly<Record<Trade, Readonly<Record<Country, string>>>> = {
  plumbing: { SE: 'VVS', NL: 'Loodgieter', DE: 'Sanitär' },
  heating: { SE: 'Värme', NL: 'Verwarming', DE: 'Heizung' },
  electrical: { SE: 'El', NL: 'Elektra', DE: 'Elektrik' },
  elevator: { SE: 'Hiss', NL: 'Lift', DE: 'Aufzug' },
  locks: { SE: 'Lås och portar', NL: 'Sloten', DE: 'Schließanlage' },
  windows: { SE: 'Fönster och dörrar', NL: 'Ramen en deuren', DE: 'Fenster und Türen' },
  appliances: { SE: 'Vitvaror', NL: 'Apparatuur', DE: 'Haushaltsgeräte' },
  pests: { SE: 'Skadedjur', NL: 'Ongedierte', DE: 'Schädlinge' },
  cleaning: { SE: 'Städning', NL: 'Schoonmaak', DE: 'Reinigung' },
  noise: { SE: 'Störningar', NL: 'Overlast', DE: 'Ruhestörung' },
  garden: { SE: 'Utemiljö', NL: 'Buitenterrein', DE: 'Außenanlage' },
  internet: { SE: 'Bredband', NL: 'Internet', DE: 'Internet' },
  damp: { SE: 'Fukt', NL: 'Vocht', DE: 'Feuchtigkeit' },
  waste: { SE: 'Avfall', NL: 'Afval', DE: 'Müll' },
};
