"""What strangers send is opened here, in a process of its own.

`python -m channels.carriers.opening` reads one file from its standard input, and answers on its
standard output: a line of JSON, then the bytes of the document that is kept and of its thumbnail.
It is told no path and no name, and knows no secret. Before it looks at the first byte it has given
up whatever it does not need: memory, time, files, the network. It stands on the standard library
and the decoders alone, so that it starts in a blink.
"""
