pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** What was measured, in the units of choice, to read and to copy. */
Rectangle {
    id: root

    required property Measuring measuring
    property real most: 320

    objectName: "measurePanel"
    width: Math.min(320, root.most)
    height: parts.implicitHeight + 20
    radius: 8
    color: root.palette.base
    border.width: 1
    border.color: root.palette.mid

    // What lies under it is not clicked through it.
    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        id: parts

        x: 16
        y: 10
        width: root.width - 32
        spacing: 4

        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            Words {
                text: root.measuring.area ? qsTr("Area") : qsTr("Distance")
                muted: true
            }
            Words {
                objectName: "measureTotal"
                text: root.measuring.total
                font.pixelSize: 16
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            IconButton {
                implicitWidth: 24
                implicitHeight: 24
                name: qsTr("Stop measuring")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
                icon.width: 12
                icon.height: 12
                onClicked: root.measuring.leave()
            }
        }
        Repeater {
            model: root.measuring.details
            delegate: Words {
                required property string modelData

                text: modelData
                font.pixelSize: 12
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Words {
            visible: text.length > 0
            text: root.measuring.hint
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 4
            Layout.fillWidth: true
            Layout.topMargin: 4

            MenuChip {
                objectName: "measureUnits"
                name: qsTr("Units")
                choices: root.measuring.unitNames
                current: root.measuring.units
                text: choices[current]
                onChosen: index => root.measuring.units = index
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "copyMeasurement"
                visible: root.measuring.count > 1 && !root.measuring.drawing
                quiet: true
                text: qsTr("Copy as text")
                implicitHeight: 28
                rightPadding: 0
                font.pixelSize: 12
                onClicked: root.measuring.copy()
            }
        }
    }
}
