pragma ComponentBehavior: Bound

import QtQuick

/** The maps of the network that are on, over the base map; none of them is made before. */
Item {
    id: root

    required property Session session
    readonly property OnlineMaps maps: root.session.online.maps

    Repeater {
        model: root.maps
        delegate: Loader {
            id: layer

            required property string sourceId
            required property string address
            required property int kind
            required property bool turnedOn

            anchors.fill: parent
            active: layer.turnedOn && layer.kind !== OnlineMaps.PlaceSearch
            sourceComponent: layer.kind === OnlineMaps.OpenStreetMap ? plugin : tiles

            Component {
                id: plugin

                OnlineOsmMap {
                    camera: root.session.camera
                    maps: root.maps
                    address: layer.address
                }
            }
            Component {
                id: tiles

                OnlineLayer {
                    camera: root.session.camera
                    source: root.session.baseMap
                    look: root.session.look
                    maps: root.maps
                    sourceId: layer.sourceId
                }
            }
        }
    }
}
