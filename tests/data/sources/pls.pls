[playlist]
X-GNOME-Title=Evenings
File1=Music/Ina Tolvane/Second Light/03 Paper Harbour.mp3
Title1=Ina Tolvane - Paper Harbour
Length1=200
File2=file:///music/Ina%20Tolvane/Second%20Light/04%20Low%20Tide.mp3
Title2=Ina Tolvane – Low Tide
Length2=-1
File3=Music/Orla Fenn/Hush/01 Étude.mp3
NumberOfEntries=3
Version=2
