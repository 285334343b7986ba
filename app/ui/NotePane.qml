import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The text and the style of the note that is selected on the page. */
Flickable {
    id: root

    required property NoteDesk notes
    required property FigureDesk desk

    clip: true
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.Grouping
    Accessible.name: root.notes.name
    ScrollBar.vertical: SlimScrollBar {}

    ColumnLayout {
        id: column

        x: 3
        width: parent.width - 15
        spacing: 12

        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            Words {
                text: root.notes.name
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PushButton {
                text: qsTr("Remove")
                onClicked: root.notes.removeCurrent()
            }
            PushButton {
                text: qsTr("Done")
                onClicked: root.desk.select(-1)
            }
        }
        Field {
            objectName: "noteText"
            name: qsTr("What it says")
            text: root.notes.text
            line.onEditingFinished: root.notes.text = line.text
            Layout.fillWidth: true
        }
        Tick {
            words: qsTr("Say it in the key instead of on the map")
            checked: root.notes.inKey
            onToggled: root.notes.inKey = checked
            Layout.fillWidth: true
        }
        Tick {
            visible: root.notes.canMeasure
            words: qsTr("Say how long or large it is on the ground")
            checked: root.notes.measured
            onToggled: root.notes.measured = checked
            Layout.fillWidth: true
        }
        NamedChoice {
            visible: root.notes.hasSymbol
            name: qsTr("Symbol")
            choices: root.notes.symbolNames
            current: root.notes.symbol
            onChosen: index => root.notes.symbol = index
            Layout.fillWidth: true
        }
        NamedChoice {
            visible: root.notes.hasSymbol
            name: qsTr("Frame")
            choices: root.notes.frameNames
            current: root.notes.frame
            onChosen: index => root.notes.frame = index
            Layout.fillWidth: true
        }
        NamedChoice {
            visible: root.notes.hasSymbol && root.notes.frame > 0
            name: qsTr("Size of the unit")
            choices: root.notes.sizeNames
            current: root.notes.unitSize
            onChosen: index => root.notes.unitSize = index
            Layout.fillWidth: true
        }
        NamedChoice {
            name: qsTr("Colour")
            choices: root.notes.colourNames
            current: root.notes.colour
            onChosen: index => root.notes.colour = index
            Layout.fillWidth: true
        }
        NamedChoice {
            visible: root.notes.hasLine
            name: qsTr("Line")
            choices: root.notes.dashNames
            current: root.notes.dash
            onChosen: index => root.notes.dash = index
            Layout.fillWidth: true
        }
        NamedChoice {
            visible: root.notes.hasFill
            name: qsTr("Inside")
            choices: root.notes.fillNames
            current: root.notes.fill
            onChosen: index => root.notes.fill = index
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            Field {
                visible: root.notes.hasLine
                name: qsTr("Width, points")
                text: root.notes.strokeWidth
                line.validator: DoubleValidator {
                    bottom: 0.25
                    top: 24
                }
                line.onEditingFinished: root.notes.strokeWidth = Number.fromLocaleString(line.text)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            Field {
                name: qsTr("Text, points")
                text: root.notes.textSize
                line.validator: DoubleValidator {
                    bottom: 7
                    top: 72
                }
                line.onEditingFinished: root.notes.textSize = Number.fromLocaleString(line.text)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            Field {
                visible: root.notes.canTurn
                name: qsTr("Turned, degrees")
                text: root.notes.rotation
                line.validator: DoubleValidator {
                    bottom: -360
                    top: 360
                }
                line.onEditingFinished: root.notes.rotation = Number.fromLocaleString(line.text)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
}
