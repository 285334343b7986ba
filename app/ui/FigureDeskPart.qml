pragma ComponentBehavior: Bound

import QtQuick

/** A part of the page under the hand: a click selects it, a drag moves it, its handles pull its sides. */
Item {
    id: root

    required property FigureDesk desk
    required property int index
    required property string name
    required property rect box
    required property bool placed
    required property bool isSelected
    /** Whether the part goes with another that is dragged. */
    property point along: Qt.point(0, 0)
    property bool dragged: false
    property rect wanted: Qt.rect(0, 0, 0, 0)
    readonly property rect shown: root.dragged ? root.wanted
                                               : Qt.rect(root.box.x + root.along.x, root.box.y + root.along.y,
                                                         root.box.width, root.box.height)
    /** How near in pixels a side is drawn to a line. */
    readonly property int reach: 6

    signal pulled(by: point)

    /** The hand is @p by pixels from where it took @p sides. */
    function pull(sides: int, by: point, freely: bool): void {
        const x = by.x / root.parent.width
        const y = by.y / root.parent.height
        const from = root.box
        const left = sides === FigureDesk.Whole || sides & FigureDesk.Left
        const top = sides === FigureDesk.Whole || sides & FigureDesk.Top
        const right = sides === FigureDesk.Whole || sides & FigureDesk.Right
        const bottom = sides === FigureDesk.Whole || sides & FigureDesk.Bottom
        const box = Qt.rect(from.x + (left ? x : 0), from.y + (top ? y : 0),
                            from.width + (right ? x : 0) - (left ? x : 0),
                            from.height + (bottom ? y : 0) - (top ? y : 0))
        const near = freely ? 0 : root.reach
        root.wanted = root.desk.snapped(root.index, box, sides,
                                        Qt.size(near / root.parent.width, near / root.parent.height))
        root.dragged = true
        if (sides === FigureDesk.Whole)
            root.pulled(Qt.point(root.wanted.x - from.x, root.wanted.y - from.y))
    }
    function drop(sides: int): void {
        if (!root.dragged)
            return
        root.desk.place(root.index, root.wanted, sides)
        root.dragged = false
        root.pulled(Qt.point(0, 0))
    }
    function giveUp(): void {
        root.dragged = false
        root.pulled(Qt.point(0, 0))
    }

    x: root.shown.x * root.parent.width
    y: root.shown.y * root.parent.height
    width: root.shown.width * root.parent.width
    height: root.shown.height * root.parent.height
    z: root.isSelected && root.index > 0 ? 1 : 0 // The map, which is the first, stays under the others.
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: root.name
    Accessible.description: root.placed ? qsTr("Placed by hand") : qsTr("Stands where it fits")
    Accessible.focusable: true
    Accessible.selected: root.isSelected
    onActiveFocusChanged: {
        if (root.activeFocus && !root.isSelected)
            root.desk.select(root.index)
    }
    Keys.onPressed: event => {
        const step = event.modifiers & Qt.ShiftModifier ? 16 : 2
        if (event.key === Qt.Key_Left)
            root.desk.moveSelected(-step, 0)
        else if (event.key === Qt.Key_Right)
            root.desk.moveSelected(step, 0)
        else if (event.key === Qt.Key_Up)
            root.desk.moveSelected(0, -step)
        else if (event.key === Qt.Key_Down)
            root.desk.moveSelected(0, step)
        else if (event.key === Qt.Key_Delete)
            root.desk.freeSelected()
        else
            return
        event.accepted = true
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -1
        color: root.dragged ? Qt.alpha(root.palette.accent, 0.1) : "transparent"
        border.width: root.isSelected ? 2 : 1
        border.color: root.isSelected ? root.palette.accent : Qt.alpha(root.palette.accent, 0.6)
        visible: root.isSelected || over.containsMouse
    }
    MouseArea {
        id: over

        property point from

        anchors.fill: parent
        containmentMask: QtObject {
            function contains(at: point): bool {
                const page = root.parent // None before and after it is on it.
                return page !== null && root.desk.holds(root.index, Qt.point((root.x + at.x) / page.width,
                                                                             (root.y + at.y) / page.height),
                                                        root.reach / page.width)
            }
        }
        hoverEnabled: true
        preventStealing: true
        cursorShape: root.dragged ? Qt.ClosedHandCursor : Qt.ArrowCursor
        onPressed: mouse => {
            over.from = over.mapToItem(root.parent, mouse.x, mouse.y)
            const besides = mouse.modifiers & Qt.ShiftModifier
            if (besides || !root.isSelected)
                root.desk.select(root.index, besides)
            root.forceActiveFocus(Qt.MouseFocusReason)
        }
        onPositionChanged: mouse => {
            if (!over.pressed)
                return
            const at = over.mapToItem(root.parent, mouse.x, mouse.y)
            const by = Qt.point(at.x - over.from.x, at.y - over.from.y)
            if (root.dragged || Math.hypot(by.x, by.y) > 4)
                root.pull(FigureDesk.Whole, by, mouse.modifiers & Qt.AltModifier)
        }
        onReleased: root.drop(FigureDesk.Whole)
        onCanceled: root.giveUp()
    }
    Repeater {
        // What is small shows one handle, which does not hide it.
        model: !root.isSelected ? [] : root.width < 48 || root.height < 36 ? [FigureDesk.Right | FigureDesk.Bottom]
                                : [FigureDesk.Left | FigureDesk.Top, FigureDesk.Top, FigureDesk.Right | FigureDesk.Top,
                                   FigureDesk.Right, FigureDesk.Right | FigureDesk.Bottom, FigureDesk.Bottom,
                                   FigureDesk.Left | FigureDesk.Bottom, FigureDesk.Left]

        delegate: Rectangle {
            id: handle

            required property int modelData
            readonly property bool atLeft: modelData & FigureDesk.Left
            readonly property bool atTop: modelData & FigureDesk.Top
            readonly property bool atRight: modelData & FigureDesk.Right
            readonly property bool atBottom: modelData & FigureDesk.Bottom

            objectName: "handle" + modelData
            x: (handle.atLeft ? 0 : handle.atRight ? root.width : root.width / 2) - width / 2
            y: (handle.atTop ? 0 : handle.atBottom ? root.height : root.height / 2) - height / 2
            width: 9
            height: 9
            radius: 2
            color: root.palette.base
            border.width: 1.5
            border.color: root.palette.accent

            MouseArea {
                id: grip

                property point from

                anchors.fill: parent
                anchors.margins: -5
                preventStealing: true
                cursorShape: handle.atLeft === handle.atRight ? Qt.SizeVerCursor
                             : handle.atTop === handle.atBottom ? Qt.SizeHorCursor
                             : handle.atLeft === handle.atTop ? Qt.SizeFDiagCursor : Qt.SizeBDiagCursor
                onPressed: mouse => grip.from = grip.mapToItem(root.parent, mouse.x, mouse.y)
                onPositionChanged: mouse => {
                    const at = grip.mapToItem(root.parent, mouse.x, mouse.y)
                    root.pull(handle.modelData, Qt.point(at.x - grip.from.x, at.y - grip.from.y),
                              mouse.modifiers & Qt.AltModifier)
                }
                onReleased: root.drop(handle.modelData)
                onCanceled: root.giveUp()
            }
        }
    }
}
