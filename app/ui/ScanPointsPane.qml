pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The control points of the scanned map that is placed, how well they agree, and what becomes of it. */
FocusScope {
    id: root

    required property Session session
    readonly property ScanDesk desk: root.session.placing
    property bool leaving: false

    function take(): void {
        if (list.visible)
            list.forceActiveFocus(Qt.TabFocusReason)
        else
            transformation.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }
    function cancel(): void {
        if (root.desk.canUndo)
            root.leaving = true
        else
            root.desk.cancel()
    }

    objectName: "scanPointsPane"
    onVisibleChanged: root.leaving = false

    Shortcut {
        sequence: "Ctrl+Z"
        enabled: root.desk.open && root.desk.canUndo
        onActivated: root.desk.undo()
    }
    Shortcut {
        sequence: "Ctrl+Shift+Z"
        enabled: root.desk.open && root.desk.canRedo
        onActivated: root.desk.redo()
    }

    Rectangle {
        anchors.fill: parent
        color: root.palette.window
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 20
        spacing: 10

        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            Words {
                text: qsTr("Place a scanned map")
                font.pixelSize: 22
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: text
                Layout.fillWidth: true
            }
            Words {
                text: root.desk.title
                muted: true
                font.pixelSize: 12
                elide: Text.ElideMiddle
                Layout.fillWidth: true
            }
        }
        Words {
            objectName: "scanHint"
            text: root.desk.hint
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ListView {
            id: list

            objectName: "scanPoints"
            visible: root.desk.count > 0
            model: root.desk
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: root.desk.selected
            activeFocusOnTab: true
            keyNavigationEnabled: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Points. Space leaves one out or takes it back, Delete removes it")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Keys.onUpPressed: root.desk.show(Math.max(0, root.desk.selected - 1))
            Keys.onDownPressed: root.desk.show(Math.min(root.desk.count - 1, root.desk.selected + 1))
            Keys.onDeletePressed: root.desk.remove(root.desk.selected)

            delegate: ScanPointRow {
                desk: root.desk
                look: root.session.look
                width: ListView.view.width
            }

            Rectangle {
                visible: list.activeFocus
                anchors.fill: parent
                color: "transparent"
                radius: 6
                border.width: 2
                border.color: root.palette.accent
            }
        }
        Item {
            visible: !list.visible
            Layout.fillHeight: true
        }
        ColumnLayout {
            spacing: 4
            Layout.fillWidth: true

            Words {
                text: root.desk.selected >= 0 ? qsTr("Place of point %1: latitude, longitude").arg(root.desk.selected + 1)
                                              : qsTr("Place of a point: latitude, longitude")
                muted: true
                font.pixelSize: 12
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            TextLine {
                objectName: "scanPlace"
                text: root.desk.placeText
                placeholderText: qsTr("39.511, 46.339")
                maximumLength: 100
                Accessible.name: qsTr("Place of the point, latitude and longitude in degrees")
                Layout.fillWidth: true
                onAccepted: root.desk.typePlace(text)
                onActiveFocusChanged: {
                    if (!activeFocus)
                        text = Qt.binding(() => root.desk.placeText)
                }
            }
        }
        NamedChoice {
            id: transformation

            objectName: "scanTransformation"
            name: qsTr("Transformation")
            choices: root.desk.transformations
            current: root.desk.transformation
            onChosen: index => root.desk.transformation = index
            Layout.fillWidth: true
        }
        Words {
            text: root.desk.purpose
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            objectName: "scanVerdict"
            visible: text.length > 0
            text: root.desk.verdict
            color: root.desk.doubtful ? root.session.look.warning : root.palette.windowText
            font.pixelSize: 13
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Words {
                text: qsTr("Opacity: %1 %").arg(Math.round(root.desk.opacity * 100))
                muted: true
                font.pixelSize: 12
            }
            SlideBar {
                objectName: "scanOpacity"
                name: qsTr("Opacity of the picture on the map")
                from: 0
                to: 1
                stepSize: 0.05
                value: root.desk.opacity
                Layout.fillWidth: true
                onSlid: value => root.desk.opacity = value
                onSettled: value => root.desk.opacity = value
            }
        }
        RowLayout {
            visible: !root.leaving
            spacing: 4
            Layout.fillWidth: true

            PushButton {
                objectName: "scanUndo"
                quiet: true
                text: qsTr("Undo")
                enabled: root.desk.canUndo
                Layout.leftMargin: -10
                onClicked: root.desk.undo()
            }
            PushButton {
                objectName: "scanRedo"
                quiet: true
                text: qsTr("Redo")
                enabled: root.desk.canRedo
                onClicked: root.desk.redo()
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "scanCancel"
                text: qsTr("Cancel")
                onClicked: root.cancel()
            }
            PushButton {
                objectName: "scanSave"
                primary: true
                text: root.desk.editing ? qsTr("Save") : qsTr("Save as layer")
                enabled: root.desk.canSave
                onClicked: root.desk.save()
            }
        }
        RowLayout {
            visible: root.leaving
            spacing: 8
            Layout.fillWidth: true

            Words {
                text: qsTr("Give the points up?")
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            PushButton {
                text: qsTr("Keep on")
                onClicked: root.leaving = false
            }
            PushButton {
                objectName: "scanGiveUp"
                text: qsTr("Give up")
                onClicked: root.desk.cancel()
            }
        }
    }
}
