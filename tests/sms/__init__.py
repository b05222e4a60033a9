"""Tests of channels/sms and of what is Twilio's own."""
