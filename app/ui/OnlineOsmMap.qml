import QtLocation
import QtPositioning
import QtQuick

/** OpenStreetMap's own map, drawn by Qt Location's stock plugin under our camera. */
Map {
    id: root

    required property Camera camera
    required property OnlineMaps maps
    required property string address

    objectName: "osmMap"
    copyrightsVisible: false // They are among ours.
    minimumZoomLevel: 0
    center: QtPositioning.coordinate(root.camera.latitude, root.camera.longitude)
    zoomLevel: root.camera.zoom
    plugin: Plugin {
        name: "osm"

        // Without its lookup of providers, which asks a server of Qt's.
        PluginParameter { name: "osm.mapping.providersrepository.disabled"; value: true }
        PluginParameter { name: "osm.mapping.custom.host"; value: root.address }
        PluginParameter { name: "osm.mapping.custom.datacopyright"; value: root.maps.credits }
        PluginParameter { name: "osm.useragent"; value: root.maps.agent }
        PluginParameter { name: "osm.mapping.prefetching_style"; value: "NoPrefetching" }
        // What it keeps on disk would tell where one looked: nothing, in a folder that goes away with it.
        PluginParameter { name: "osm.mapping.cache.directory"; value: root.maps.cacheFolder }
        PluginParameter { name: "osm.mapping.cache.disk.size"; value: 0 }
    }
    // The last of its kinds of map is the one whose address we give.
    onSupportedMapTypesChanged: root.activeMapType = root.supportedMapTypes[root.supportedMapTypes.length - 1]
}
