"""Papers of volunteering; their texts are Chinese and are not translated."""
