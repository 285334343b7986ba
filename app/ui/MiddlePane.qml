import QtQuick

/** The map with the timeline under it; with a source open, the source above the map or, where there is room, beside it. */
FocusScope {
    id: root

    required property Session session
    required property ReviewKeys keys
    readonly property string countText: map.countText
    readonly property bool placing: root.session.placing.open
    readonly property bool reading: root.session.selection.reading && !root.placing
    readonly property bool beside: root.reading && root.width >= 1100
    readonly property bool stacked: root.reading && !root.beside
    readonly property bool picking: root.session.draft.picking || root.session.review.picking || root.session.filters.shape.active
                                     || root.session.measuring.drawing
    readonly property real timelineHeight: root.stacked || root.placing ? 0 : root.height < 700 ? 104 : 128
    readonly property real mapHeight: {
        if (!root.stacked)
            return root.height - root.timelineHeight
        if (root.picking)
            return Math.round(root.height * 0.62)
        return reader.mapShown ? Math.max(170, Math.round(root.height * 0.34)) : 0
    }

    function zoomBy(steps: int): void {
        map.zoomBy(steps)
    }
    /** Gives the keyboard to the source, or else to the map. */
    function take(): void {
        if (root.reading)
            reader.take()
        else
            map.take()
    }

    Shortcut {
        sequence: "Escape"
        enabled: (root.picking || root.session.measuring.active) && !root.session.layers.open
        onActivated: {
            root.session.draft.picking = false
            root.session.review.picking = false
            root.session.filters.shape.leave()
            root.session.measuring.leave()
        }
    }

    Reader {
        id: reader

        session: root.session
        keys: root.keys
        visible: root.reading
        besideMap: root.beside
        picking: root.picking || root.session.measuring.active
        width: root.beside ? Math.min(800, Math.round(root.width * 0.5)) : root.width
        height: root.beside ? root.height : root.height - root.mapHeight
    }
    Hairline {
        visible: root.reading && root.mapHeight > 0
        x: root.beside ? reader.width : 0
        y: root.beside ? 0 : reader.height
        width: root.beside ? 1 : root.width
        height: root.beside ? root.height : 1
        z: 1
    }
    MapPane {
        id: map

        session: root.session
        picking: root.picking
        onPicked: root.keys.done()
        visible: height > 0
        x: root.beside ? reader.width + 1 : 0
        y: root.stacked ? reader.height : 0
        width: root.width - x
        height: root.mapHeight
    }
    Hairline {
        visible: timeline.visible
        x: map.x
        y: timeline.y
        width: map.width
        z: 1
    }
    Timeline {
        id: timeline

        session: root.session
        visible: !root.stacked && !root.placing
        x: map.x
        y: root.mapHeight
        width: map.width
        height: root.timelineHeight
    }
}
