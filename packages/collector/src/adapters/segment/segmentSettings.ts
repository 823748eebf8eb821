/**
 * What Segment's browser client asks for before it sends anything: which destinations there are, and
 * where to send. There is one, this collector, and nothing is measured of the client itself.
 *
 * @param place Where the collector is, as the client's browser sees it.
 */
export function segmentSettings(writeKey: string, place: URL): object {
  return {
    integrations: {
      'Segment.io': {
        apiKey: writeKey,
        apiHost: `${place.host}/v1`,
        protocol: place.protocol.slice(0, -1),
        unbundledIntegrations: [],
        addBundledMetadata: false,
        maybeBundledConfigIds: {},
        versionSettings: { componentTypes: [] },
      },
    },
    plan: {},
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0 },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  };
}
