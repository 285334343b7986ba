pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

/** The page of the figure as it will be, with its parts under the hand. */
Item {
    id: root

    required property FigureMaker figure
    readonly property FigureDesk desk: root.figure.desk
    readonly property NoteDesk notes: root.figure.notes
    /** How far the selected parts are dragged, in parts of the page. */
    property point along: Qt.point(0, 0)
    property int leader: -1

    FigurePreview {
        id: preview

        anchors.fill: parent
        maker: root.figure
        Accessible.role: Accessible.Graphic
        Accessible.name: root.figure.alternativeText
    }
    MouseArea {
        anchors.fill: parent
        onPressed: root.desk.select(-1)
    }
    Item {
        id: page

        objectName: "deskPage"
        x: preview.page.x
        y: preview.page.y
        width: preview.page.width
        height: preview.page.height
        visible: width > 0

        Repeater {
            model: root.desk

            delegate: FigureDeskPart {
                id: part

                desk: root.desk
                along: part.isSelected && root.leader !== part.index ? root.along : Qt.point(0, 0)
                onPulled: by => {
                    root.leader = part.index
                    root.along = by
                }
            }
        }
        Repeater {
            model: root.desk.guides

            delegate: Rectangle {
                required property rect modelData

                x: Math.round(modelData.x * page.width) - (modelData.width > 0 ? 0 : 0.5)
                y: Math.round(modelData.y * page.height) - (modelData.height > 0 ? 0 : 0.5)
                width: modelData.width > 0 ? page.width : 1
                height: modelData.height > 0 ? page.height : 1
                color: root.palette.accent
            }
        }
        // A note that is being drawn.
        MouseArea {
            id: pen

            function share(mouse: MouseEvent): point {
                return Qt.point(Math.max(0, Math.min(1, mouse.x / page.width)),
                                Math.max(0, Math.min(1, mouse.y / page.height)))
            }

            objectName: "pen"
            anchors.fill: parent
            enabled: root.notes.tool >= 0
            visible: enabled
            z: 2
            cursorShape: Qt.CrossCursor
            preventStealing: true
            Accessible.role: Accessible.Graphic
            Accessible.name: root.notes.hint
            onEnabledChanged: {
                if (enabled)
                    Qt.callLater(() => pen.forceActiveFocus(Qt.OtherFocusReason))
            }
            onPressed: mouse => root.notes.press(pen.share(mouse))
            onPositionChanged: mouse => root.notes.drag(pen.share(mouse))
            onReleased: mouse => root.notes.release(pen.share(mouse))
            onDoubleClicked: root.notes.finish()
            Keys.onReturnPressed: root.notes.finish()
            Keys.onEnterPressed: root.notes.finish()
            Keys.onEscapePressed: root.notes.cancel()
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Backspace) {
                    root.notes.takeBack()
                    event.accepted = true
                }
            }

            Shape {
                anchors.fill: parent

                ShapePath {
                    strokeColor: root.palette.accent
                    strokeWidth: 2
                    fillColor: "transparent"

                    PathPolyline {
                        path: root.notes.drawn.map(at => Qt.point(at.x * page.width, at.y * page.height))
                    }
                }
            }
            Repeater {
                model: root.notes.drawn.length < 100 ? root.notes.drawn : []

                delegate: Rectangle {
                    required property point modelData

                    x: modelData.x * page.width - 4
                    y: modelData.y * page.height - 4
                    width: 8
                    height: 8
                    radius: 4
                    color: root.palette.accent
                    border.width: 1.5
                    border.color: root.palette.window
                }
            }
        }
    }
}
