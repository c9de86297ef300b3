import type { Country } from './model.js';

/** Words to name people and companies with, per country. */
export interface NameLists {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly companyStems: readonly string[];
  readonly companyForms: readonly string[];
  readonly streets: readonly string[];
  readonly mister: string;
  readonly madam: string;
}

export const NAMES: Readonly<Record<Country, NameLists>> = {
  SE: {
    first: words(
      `Anna Erik Åsa Lars Karin Anders Maja Johan Elin Per Sofia Björn Linnéa Mikael Ebba Gustav Kerstin Olof Ida Nils
       Märta Oskar Frida Henrik Alva Jonas Ulrika Axel Signe Magnus Tuva Viktor Agnes Fredrik Hanna Daniel Amira Hassan
       Leyla Omar Zahra Yusuf Milica Dragan Aino Timo Ingrid Sven Wilma Rasmus`,
    ),
    last: words(
      `Andersson Lindqvist Åkesson Bergström Öberg Nyström Söderlund Ekström Holmgren Sjöberg Wallin Forsberg Hedlund
       Ström Lundgren Björklund Sandberg Mattsson Nordin Engström Eklund Lindahl Fransson Hällgren Norberg Blomqvist
       Östlund Dahlin Viklund Sundqvist Rosén Wikström Isaksson Månsson Ivarsson Berggren Bäckström Ahmadi Hussein
       Petrović Virtanen Kowalska Haddad Falk Palm Axelsson Hermansson Nordström Löfgren Ångström`,
    ),
    companyStems: words(
      `Västkustens Norrlands Mälardalens Skånska Uppländska Göta Solvik Björkhaga Tallbacka Årsta`,
    ),
    companyForms: ['Café AB', 'Bygg AB', 'Tandvård AB', 'Handel AB', 'Konsult AB', 'Blomster HB'],
    streets: words(`Storgatan Kungsgatan Skolgatan Björkvägen Ringvägen Parkgatan Åsgatan Östergatan`),
    mister: 'Herr',
    madam: 'Fru',
  },
  NL: {
    first: words(
      `Jan Sanne Pieter Anouk Daan Lotte Bram Femke Sem Fleur Thijs Eva Ruben Iris Koen Maartje Jeroen Noor Wouter
       Roos Hendrik Marieke Niels Saskia Tom Esmée Joost Ilse Gijs Renée Mohamed Fatima Yasin Samira Chantal Dewi`,
    ),
    last: [
      ...words(
        `Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Kuipers Hoekstra Postma
         Schouten Willems Huisman Kok Verhoeven Kramer Prins Blom Martens Timmermans Groen Koster Yılmaz Bouzid`,
      ),
      'de Vries',
      'van den Berg',
      'van Dijk',
      'de Jong',
      'van der Meer',
      "van 't Hof",
      'ter Horst',
      'de Graaf',
    ],
    companyStems: words(`Amstel Maasstad Domstad Veluwe Kanaal Zuidas Hofstad Waterland Polder Linde`),
    companyForms: [
      'Bakkerij B.V.',
      'Advies B.V.',
      'Fysiotherapie',
      'Architecten B.V.',
      'Handel B.V.',
      'Atelier VOF',
    ],
    streets: words(
      `Dorpsstraat Kerkstraat Schoolstraat Molenweg Stationsweg Beatrixlaan Lindelaan Nieuwstraat`,
    ),
    mister: 'De heer',
    madam: 'Mevrouw',
  },
  DE: {
    first: words(
      `Jürgen Sabine Günter Käthe Matthias Anja Björn Heike Stefan Ursula Jörg Claudia Tobias Nadine Florian Birgit
       Sören Franziska Uwe Monika Lukas Jana Moritz Annika Felix Katrin Dieter Ingeborg Rüdiger Gisela Emre Ayşe
       Mehmet Elif Piotr Agnieszka Minh Thu Sebastian Bärbel`,
    ),
    last: words(
      `Müller Schäfer Weiß Krüger Köhler Jäger Schröder König Größer Vogel Huber Wagner Hofmann Lorenz Böhm Kühn
       Brandt Seidel Pohl Engel Sauer Arnold Wolff Pfeiffer Kraus Schütz Thomas Schönfeld Straßer Bäumer Löwe Gärtner
       Yıldız Nowak Nguyen Ziegler Kessler Baumann Fuchs Ritter`,
    ),
    companyStems: words(`Elbtal Isar Nordlicht Rheinblick Spree Alster Frauenkirch Lindenhof Südwest Kölner`),
    companyForms: [
      'Bäckerei GmbH',
      'Zahnärzte GbR',
      'Handels GmbH',
      'Beratung GmbH',
      'Architekten PartG',
      'Optik e.K.',
    ],
    streets: [
      'Hauptstraße',
      'Bahnhofstraße',
      'Gartenweg',
      'Schillerstraße',
      'Mühlenweg',
      'Am Markt',
      'Lange Straße',
      'Rosenweg',
    ],
    mister: 'Herr',
    madam: 'Frau',
  },
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
