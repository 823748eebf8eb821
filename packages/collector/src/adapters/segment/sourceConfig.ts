/** What RudderStack's browser client asks for before it sends anything: there is nothing to load beside it. */
export function sourceConfig(siteId: string): object {
  return {
    source: {
      id: siteId,
      name: siteId,
      workspaceId: siteId,
      enabled: true,
      config: {
        statsCollection: { errors: { enabled: false }, metrics: { enabled: false } },
      },
      destinations: [],
      dataplanes: {},
    },
  };
}
