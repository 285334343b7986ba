pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** What can be done to the page and to what is selected on it. */
RowLayout {
    id: root

    required property FigureMaker figure
    required property Files files
    readonly property FigureDesk desk: root.figure.desk
    readonly property NoteDesk notes: root.figure.notes
    readonly property FigureSettings settings: root.figure.settings

    spacing: 8

    Shortcut {
        sequence: "Ctrl+Z"
        enabled: root.settings.canUndo
        onActivated: root.settings.undo()
    }
    Shortcut {
        sequence: "Ctrl+Shift+Z"
        enabled: root.settings.canRedo
        onActivated: root.settings.redo()
    }

    PushButton {
        quiet: true
        enabled: root.settings.canUndo
        text: qsTr("Undo")
        onClicked: root.settings.undo()
    }
    PushButton {
        quiet: true
        enabled: root.settings.canRedo
        text: qsTr("Redo")
        onClicked: root.settings.redo()
    }
    Hairline {
        Layout.preferredHeight: 20
    }
    Words {
        text: root.notes.hint.length > 0 ? root.notes.hint : root.desk.selectedText.length > 0
              ? root.desk.selectedText : qsTr("Drag what should stand elsewhere")
        muted: root.desk.selectedText.length === 0
        font.pixelSize: 12
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth + 1
    }
    PushButton {
        visible: root.desk.selectedCallouts
        quiet: true
        text: qsTr("As a note")
        onClicked: root.desk.noteSelected()
        Accessible.description: qsTr("Tells it beside the map")
    }
    PushButton {
        visible: root.desk.selectedPlaced
        quiet: true
        text: qsTr("Let go")
        onClicked: root.desk.freeSelected()
        Accessible.description: qsTr("It stands where it fits again")
    }
    PushButton {
        id: align

        visible: root.desk.selected.length > 1
        quiet: true
        text: qsTr("Align")
        onClicked: alignments.popup(align, 0, align.height + 4)

        AppMenu {
            id: alignments

            implicitWidth: 200

            AppMenuItem {
                text: qsTr("Left edges")
                onTriggered: root.desk.alignSelected(FigureDesk.AlignLeft)
            }
            AppMenuItem {
                text: qsTr("Middles, side by side")
                onTriggered: root.desk.alignSelected(FigureDesk.AlignCentre)
            }
            AppMenuItem {
                text: qsTr("Right edges")
                onTriggered: root.desk.alignSelected(FigureDesk.AlignRight)
            }
            AppMenuLine {}
            AppMenuItem {
                text: qsTr("Top edges")
                onTriggered: root.desk.alignSelected(FigureDesk.AlignTop)
            }
            AppMenuItem {
                text: qsTr("Middles, up and down")
                onTriggered: root.desk.alignSelected(FigureDesk.AlignMiddle)
            }
            AppMenuItem {
                text: qsTr("Bottom edges")
                onTriggered: root.desk.alignSelected(FigureDesk.AlignBottom)
            }
        }
    }
    Item {
        Layout.fillWidth: true
    }
    PushButton {
        id: draw

        quiet: true
        text: qsTr("Draw")
        onClicked: tools.popup(draw, draw.width - tools.width, draw.height + 4)

        AppMenu {
            id: tools

            implicitWidth: 200

            Instantiator {
                model: root.notes.toolNames
                delegate: AppMenuItem {
                    required property string modelData
                    required property int index

                    text: modelData
                    onTriggered: {
                        if (modelData.endsWith("…"))
                            root.files.askNoteImage()
                        else
                            root.notes.start(index)
                    }
                }
                onObjectAdded: (index, object) => tools.insertItem(index, object as Item)
                onObjectRemoved: (index, object) => tools.removeItem(object as Item)
            }
        }
    }
    PushButton {
        id: layout

        quiet: true
        text: qsTr("Page")
        onClicked: layouts.popup(layout, layout.width - layouts.width, layout.height + 4)

        AppMenu {
            id: layouts

            implicitWidth: 240

            AppMenuItem {
                text: qsTr("Let all stand where they fit")
                enabled: root.desk.arranged
                onTriggered: root.desk.freeAll()
            }
            AppMenuLine {}
            AppMenuItem {
                text: qsTr("Open a template…")
                onTriggered: root.files.askTemplate()
            }
            AppMenuItem {
                text: qsTr("Save as template…")
                onTriggered: root.files.askSaveTemplate()
            }
            AppMenuLine {}
            AppMenuItem {
                visible: root.figure.printers.length === 0
                height: visible ? implicitHeight : 0
                enabled: false
                text: qsTr("Print: no printer is set up")
            }
            Instantiator {
                model: root.figure.printers
                delegate: AppMenuItem {
                    required property string modelData

                    text: qsTr("Print on %1").arg(modelData)
                    onTriggered: root.figure.print(modelData)
                }
                onObjectAdded: (index, object) => layouts.addItem(object as Item)
                onObjectRemoved: (index, object) => layouts.removeItem(object as Item)
            }
        }
    }
}
