import { BuildingPage } from './building-page.js';
import { IssuesPage } from './issues-page.js';
import { OutageBanner } from './outage-banner.js';
import { Page } from './page.js';
import { PortfolioPage } from './portfolio-page.js';
import { useRoute, type Route } from './route.js';

export function App() {
  const route = useRoute();
  const link = (to: string, text: string) => (
    <a href={`#${to}`} aria-current={route.path === to ? 'page' : undefined}>
      {text}
    </a>
  );
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // What stands behind the # is the page, so the link must not change it.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to content
      </a>
      <header>
        <nav aria-label="Pages">
          {link('/', 'Portfolio')}
          {link('/issues', 'Issues')}
        </nav>
      </header>
      <OutageBanner />
      <main id="main" tabIndex={-1}>
        {/* A new page for a new path, and the same one for another filter. */}
        <CurrentPage key={route.path} route={route} />
      </main>
    </>
  );
}

function CurrentPage({ route }: { readonly route: Route }) {
  const [, building] = /^\/buildings\/([^/]+)$/.exec(route.path) ?? [];
  if (building !== undefined) return <BuildingPage id={decodeURIComponent(building)} />;
  if (route.path === '/issues') return <IssuesPage search={route.search} />;
  if (route.path === '/') return <PortfolioPage />;
  return (
    <Page title="No such page">
      <p>
        Nothing is here. The <a href="#/">portfolio</a> is a good place to start.
      </p>
    </Page>
  );
}
